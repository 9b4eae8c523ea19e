import { type StoredView, stackLimit } from '../state/views.ts';
import type { World } from '../world.ts';
import { acceptView } from './content.ts';
import {
  type Arguments,
  type Call,
  done,
  type Method,
  type Reply,
  refuse,
  refuseArguments,
} from './method.ts';

function shown(world: World, view: StoredView): Reply {
  world.changes.announce({ what: 'state' });
  return done({ view: world.views.wire(view) });
}

/** The trigger of the person's act, unused and not older than three seconds. */
function usableTrigger(world: World, what: string, args: Arguments): { id: string } | Reply {
  const id = args.text('trigger_id');
  if (id === undefined) return refuseArguments('missing required field: trigger_id');
  const problem = world.triggers.problem(id);
  if (!problem) return { id };
  const person = world.triggers.find(id)?.person ?? null;
  world.observations.fault(person, problem, `${what}: the trigger of this act cannot be used`);
  return refuse(problem);
}

const taken = (world: World, view: { external_id?: unknown }, self?: StoredView): boolean => {
  const id = view.external_id;
  if (typeof id !== 'string' || id === '') return false;
  const other = world.views.byExternalId(id);
  return other !== undefined && other !== self;
};

/** From inside a modal the new view goes on top, else it starts a stack. */
function openOrPush(what: 'views.open' | 'views.push') {
  return ({ world, args }: Call): Reply => {
    const accepted = acceptView(world, what, 'modal', args.json('view'));
    if ('error' in accepted) return accepted.error;
    const trigger = usableTrigger(world, what, args);
    if ('ok' in trigger) return trigger;
    const { view } = accepted;
    if (taken(world, view)) return refuse('duplicate_external_id');
    const { person, fromView, channel } = world.triggers.take(trigger.id) ?? {};
    if (!person) return refuse('invalid_trigger_id');
    const depth = world.views.stackOf(person).length;
    const onTop = depth > 0 && (fromView !== null || what === 'views.push');
    if (what === 'views.push' && depth === 0) return refuse('not_found');
    if (onTop && depth >= stackLimit) {
      world.observations.fault(person, 'push_limit_reached', `${what}: three views are open`);
      return refuse('push_limit_reached');
    }
    const pushed = onTop ? world.views.push(person, view) : undefined;
    return shown(world, pushed ?? world.views.open(person, view, channel ?? null));
  };
}

function update({ world, args }: Call): Reply {
  const accepted = acceptView(world, 'views.update', 'modal', args.json('view'));
  if ('error' in accepted) return accepted.error;
  const viewId = args.text('view_id');
  const externalId = args.text('external_id');
  if (!viewId && !externalId) return refuseArguments('missing required field: view_id');
  const stored = viewId ? world.views.find(viewId) : world.views.byExternalId(externalId ?? '');
  if (!stored) return refuse('not_found');
  const hash = args.text('hash');
  if (hash !== undefined && hash !== stored.hash) return refuse('hash_conflict');
  if (taken(world, accepted.view, stored)) return refuse('duplicate_external_id');
  return shown(world, world.views.replace(stored, accepted.view));
}

function publish({ world, args }: Call): Reply {
  const person = world.directory.person(args.text('user_id') ?? '');
  if (!person) return refuse('user_not_found');
  const accepted = acceptView(world, 'views.publish', 'home', args.json('view'));
  if ('error' in accepted) return accepted.error;
  const hash = args.text('hash');
  const before = world.views.home(person.id);
  if (hash !== undefined && before && hash !== before.hash) return refuse('hash_conflict');
  if (taken(world, accepted.view, before)) return refuse('duplicate_external_id');
  return shown(world, world.views.publish(person.id, accepted.view));
}

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': { tier: 'tier4', scopes: [], answer: openOrPush('views.open') },
  'views.push': { tier: 'tier4', scopes: [], answer: openOrPush('views.push') },
  'views.update': { tier: 'tier4', scopes: [], answer: update },
  'views.publish': { tier: 'tier4', scopes: [], answer: publish },
};
