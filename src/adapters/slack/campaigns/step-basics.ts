import type { KnownBlock } from '@slack/types';
import type { Campaign, DraftPatch, Objective } from '../../../features/campaigns/index.ts';
import { context, input, radio, textBox } from '../blocks.ts';
import type { Fields } from '../fields.ts';
import { cleanText } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds } from './ids.ts';

const objectives: readonly Objective[] = ['awareness', 'conversion', 'retention'];

export function basicsStep(words: Reader, campaign: Campaign): KnownBlock[] {
  return [
    input({
      field: fieldIds.name,
      label: words.say('campaigns.name'),
      hint: words.say('campaigns.name-hint'),
      element: textBox(fieldIds.name, { initial: campaign.name, max: 80 }),
    }),
    input({
      field: fieldIds.objective,
      label: words.say('campaigns.objective'),
      element: radio(
        fieldIds.objective,
        objectives.map((value) => ({ value, label: words.say(`campaigns.objective-${value}`) })),
        campaign.objective,
      ),
    }),
    context(words.mrkdwn('campaigns.channel-sms')),
  ];
}

export function readBasics(fields: Fields): DraftPatch {
  const objective = objectives.find((one) => one === fields.text(fieldIds.objective));
  return { name: cleanText(fields.text(fieldIds.name)).trim(), ...(objective && { objective }) };
}
