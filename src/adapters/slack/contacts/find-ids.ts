/**
 * The list's buttons carry its id in front: `list id|what`. Selects carry it in their action id
 * (`contacts.list-view:LIST`), since Slack hands their chosen value over alone.
 */
export const findIds = {
  /** From somewhere else, App Home for one: the value is the view. */
  open: 'contacts.open-list',
  page: 'contacts.find-page',
  view: 'contacts.list-view',
  sort: 'contacts.list-sort',
  size: 'contacts.list-size',
  pick: 'contacts.pick',
  pickPage: 'contacts.pick-page',
  dropPicked: 'contacts.drop-picked',
  drill: 'contacts.drill',
  filters: 'contacts.filters',
  filterForm: 'contacts.filter-form',
  everybody: 'contacts.everybody',
  saveFilter: 'contacts.save-filter',
  saveFilterForm: 'contacts.save-filter-form',
  savedFilters: 'contacts.saved-filters',
  openSaved: 'contacts.open-saved',
  savedMore: 'contacts.saved-more',
  renameForm: 'contacts.rename-form',
  removeForm: 'contacts.remove-form',
  /** A contact's card: the value is its id. */
  card: 'contacts.card',
  /** What can be done with many: the value is the id of a stored selection. */
  bulk: 'contacts.bulk',
} as const;

/** Fields of the filter form; those that change the count say so at once. */
export const filterFields = {
  search: 'filterSearch',
  states: 'filterStates',
  segments: 'filterSegments',
  tags: 'filterTags',
  activity: 'filterActivity',
  validation: 'filterValidation',
  consent: 'filterConsent',
  scoreMin: 'filterScoreMin',
  scoreMax: 'filterScoreMax',
  lineTypes: 'filterLineTypes',
  carriers: 'filterCarriers',
  importId: 'filterImport',
  contacted: 'filterContacted',
  contactedSince: 'filterSince',
  contactedBefore: 'filterBefore',
} as const;
