import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JobQueue } from '../../shared/jobs.ts';
import { lintTemplate } from '../compliance/index.ts';
import type { TeamService } from '../team/index.ts';
import { staleVersion } from './approval.ts';
import { type Budget, type Campaign, type Status, sourcesOf, wrongStatus } from './campaign.ts';
import { checkFollowUps, forEachText } from './follow-up.ts';
import { campaignSubmitted } from './jobs.ts';
import type { CampaignStore, DraftPatch, Waterfall } from './ports.ts';
import { type Previewed, type Previews, previewsOf } from './preview.ts';
import { worstCost } from './price.ts';
import { defaultSchedule, type Span, spanOf } from './schedule.ts';
import { textsOf } from './staging.ts';
import { compileTemplate } from './template.ts';

export type DraftNeeds = {
  store: CampaignStore;
  team: Pick<TeamService, 'require'>;
  jobs: JobQueue;
  clock: Clock;
  timeZone: string;
};

export type DraftService = ReturnType<typeof createDraftService>;

/** What an operator does before anybody is asked: begin, fill in step by step, resume, submit. */
export function createDraftService({ store, team, jobs, clock, timeZone }: DraftNeeds) {
  async function load(id: string): Promise<Campaign> {
    const campaign = await store.find(id);
    if (campaign) return campaign;
    throw new Refusal('not-found', 'campaign.unknown');
  }

  const draftsService = {
    find: load,

    async begin(by: string, name: string): Promise<Campaign> {
      await team.require(by, 'operator');
      return store.create({
        name,
        createdBy: by,
        schedule: defaultSchedule(timeZone),
        at: clock.now(),
      });
    },

    /** Takes back a draft that nobody has touched since; any other stays. */
    async discard(id: string, version: number, by: string): Promise<void> {
      await store.discard(id, version, by, clock.now());
    },

    /**
     * Saves one step. Editing what was submitted or scheduled voids its approval; `draftOnly` is
     * for forms whose writer does not know of a submission, and refuses that.
     * Throws `campaign.changed-meanwhile` when `version` is not the present one.
     */
    async save(
      id: string,
      version: number,
      patch: DraftPatch,
      by: string,
      { draftOnly = false }: { draftOnly?: boolean } = {},
    ): Promise<Campaign> {
      await team.require(by, 'operator');
      const from: Status[] = draftOnly ? ['draft'] : ['draft', ...sourcesOf('draft')];
      const saved = await store.saveDraft(id, version, patch, by, clock.now(), from);
      if (saved) return saved;
      const campaign = await load(id);
      if (!from.includes(campaign.status)) throw wrongStatus(campaign);
      throw staleVersion(campaign);
    },

    reach: (campaign: Pick<Campaign, 'filter' | 'channel'>): Promise<Waterfall> =>
      store.reach(campaign.filter, campaign.channel),

    /** Renders the draft's texts (saved or not) for a few people of its audience. */
    async preview(draft: Previewed): Promise<Previews> {
      checkFollowUps(draft.schedule.followUps);
      return previewsOf(draft, await store.sample(draft.filter, draft.channel, 3));
    },

    /** What it would cost at most if everybody got a text of so many segments. */
    estimate: (campaign: Campaign, people: number, segments: number) =>
      worstCost(campaign.channel, people * segments),

    /**
     * Asks for approval. The draft must be whole: throws the refusals of `compileTemplate`,
     * `spanOf`, `budget.none`, `campaign.empty-audience`, `campaign.no-name`.
     */
    async submit(id: string, version: number, by: string): Promise<Campaign> {
      await team.require(by, 'operator');
      const campaign = await load(id);
      if (campaign.status !== 'draft') throw wrongStatus(campaign);
      if (campaign.version !== version) throw staleVersion(campaign);
      const at = clock.now();
      const { endsAt } = checkWhole(campaign, at);
      const { final } = await store.reach(campaign.filter, campaign.channel);
      if (final === 0) throw new Refusal('conflict', 'campaign.empty-audience');
      const submitted = await store.submit(id, version, by, { at, endsAt });
      if (!submitted) throw staleVersion(campaign);
      await jobs.enqueue(
        campaignSubmitted,
        { campaignId: id, version },
        { key: `${id}:${version}` },
      );
      return submitted;
    },
  };
  return draftsService;
}

/** May it be submitted? Throws as `submit`, except for what needs a look at the audience. */
export function checkWhole(campaign: Campaign, now: Date): Span {
  if (campaign.name.trim() === '') {
    throw new Refusal('invalid', 'campaign.no-name', {}, { name: 'campaign.no-name' });
  }
  const { followUps } = campaign.schedule;
  checkFollowUps(followUps);
  compileTemplate(campaign.template);
  forEachText(followUps, (template) => compileTemplate(template));
  const issues = textsOf(campaign).flatMap((text) =>
    lintTemplate(text, { channel: campaign.channel }),
  );
  if (issues.some(({ severity }) => severity === 'error')) {
    throw new Refusal(
      'invalid',
      'campaign.not-compliant',
      {},
      { template: 'campaign.not-compliant' },
    );
  }
  checkBudget(campaign.budget);
  return spanOf(campaign.schedule, now);
}

/** Throws Refusal('invalid') with `budget.none` or `budget.daily-over-total`. */
export function checkBudget({ total, daily }: Budget): void {
  if (!total || total.lte(0)) {
    throw new Refusal('invalid', 'budget.none', {}, { total: 'budget.none' });
  }
  if (daily && (daily.lte(0) || daily.gt(total))) {
    throw new Refusal(
      'invalid',
      'budget.daily-over-total',
      {},
      { daily: 'budget.daily-over-total' },
    );
  }
}
