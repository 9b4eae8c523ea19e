export { readAnswer } from './answer.ts';
export {
  type AttestableChannel,
  type Attestation,
  type AttestationForm,
  attestableChannels,
  attestationForm,
  signAttestation,
} from './attestation.ts';
export { type OptOut, optOutRecord } from './opt-out.ts';
export {
  type ConsentEvent,
  type ConsentStore,
  type Suppression,
  type SuppressionReason,
  suppressionReasons,
} from './ports.ts';
export { type ConsentService, createConsentService } from './service.ts';
export { type ConsentStanding, type FirstStanding, standingOfFirst } from './standing.ts';
