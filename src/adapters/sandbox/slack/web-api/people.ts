import { type Call, done, type Method, type Reply, refuse } from './method.ts';
import { wireBotUser, wireUser } from './shapes.ts';

function authTest({ world }: Call): Reply {
  const { team, bot } = world.directory;
  return done({
    url: `${world.options.baseUrl}/`,
    team: team.name,
    user: bot.name,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  });
}

function userInfo({ world, args }: Call): Reply {
  const id = args.text('user') ?? '';
  if (id === world.directory.bot.userId) return done({ user: wireBotUser(world) });
  const person = world.directory.person(id);
  if (!person) return refuse('user_not_found');
  return done({ user: wireUser(world, person, args.flag('include_locale')) });
}

function usersList({ world, args }: Call): Reply {
  const withLocale = args.flag('include_locale');
  const people = world.directory.people.map((person) => wireUser(world, person, withLocale));
  return done({
    members: [...people, wireBotUser(world)],
    response_metadata: { next_cursor: '' },
  });
}

function groupMembers({ world, args }: Call): Reply {
  const members = world.options.userGroups?.[args.text('usergroup') ?? ''];
  return members ? done({ users: members }) : refuse('no_such_subteam');
}

function teamInfo({ world }: Call): Reply {
  const { id, name, domain } = world.directory.team;
  return done({ team: { id, name, domain, email_domain: '', icon: {} } });
}

function botInfo({ world, args }: Call): Reply {
  const { bot } = world.directory;
  if ((args.text('bot') ?? bot.botId) !== bot.botId) return refuse('bot_not_found');
  const { botId, appId, userId, name } = bot;
  return done({ bot: { id: botId, app_id: appId, user_id: userId, name, deleted: false } });
}

export const peopleMethods: Readonly<Record<string, Method>> = {
  'auth.test': { tier: 'special', scopes: [], answer: authTest },
  'users.info': { tier: 'tier4', scopes: ['users:read'], answer: userInfo },
  'users.list': { tier: 'tier2', scopes: ['users:read'], answer: usersList },
  'usergroups.users.list': { tier: 'tier2', scopes: ['usergroups:read'], answer: groupMembers },
  'team.info': { tier: 'tier3', scopes: ['team:read'], answer: teamInfo },
  'bots.info': { tier: 'tier3', scopes: ['users:read'], answer: botInfo },
};
