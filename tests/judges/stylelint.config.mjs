// stylelint-config-standard for what a style sheet means. A rule switched off or turned here carries its reason beside it.
export default {
  extends: ['stylelint-config-standard'],
  reportNeedlessDisables: true,
  reportInvalidScopeDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    // Blank lines and short rules on one line are matters of layout: tokens and variants are read as a table.
    'at-rule-empty-line-before': null,
    'comment-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'declaration-empty-line-before': null,
    'rule-empty-line-before': null,
    'declaration-block-single-line-max-declarations': null,
    // block__element--modifier, so that a name says where it belongs.
    'selector-class-pattern': '^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$',
    // `(min-width: …)`: the range notation is lost on the older phones these sites are read on.
    'media-feature-range-notation': 'prefix',
    // Hues as in the specification's own examples: oklch(41% 0.07 220).
    'hue-degree-notation': 'number',
    // It compares selectors that never meet one element (`.facts dt a` with `.nav a:hover`); layers keep the order here.
    'no-descending-specificity': null,
    // Mobile Safari knows text-size-adjust only with its prefix.
    'property-no-vendor-prefix': [true, { ignoreProperties: ['-webkit-text-size-adjust'] }],
    // Ids may also be a form control's name and value, joined: appearance_light.
    'selector-id-pattern': '^[a-z][a-z0-9]*([-_][a-z0-9]+)*$',
    // currentColor, srgb (in color-mix) and A4 as their specifications write them.
    'value-keyword-case': ['lower', { camelCaseSvgKeywords: true, ignoreKeywords: ['A4', 'srgb'] }],
  },
};
