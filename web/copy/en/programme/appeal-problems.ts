/** What is said where a call for support, or the answer to it, cannot be saved as asked. */
export const appealProblems = {
  'appeal-missing': () => 'There is no such call for support.',
  'appeal-stale': () => 'Somebody else has just changed this call for support. Please look at it again.',
  'appeal-sent': () => 'The call for support was sent; its text cannot be changed any more.',
  'appeal-closed': () => 'This call for support is closed.',
  'appeal-untaken': () => 'An answer that gives support is not a pledge yet. Please take it over first.',
  'appeal-needs-required': () => 'Please write down at least one thing that is needed',
  'appeal-bodies-required': () => 'Please choose at least one body',
  'appeal-stance-required': () => 'Please choose whether you can give support',
  'appeal-gifts-required': () => 'Please give the amount of at least one item, or write down other support',
  'appeal-gift-twice': () => 'Please give each item once',
  'appeal-declined-gifts': () => 'An answer that declines has no amounts',
  'appeal-need-unknown': () => 'The call for support has no such item',
  'appeal-not-answered': () => 'The body has not answered yet.',
};
