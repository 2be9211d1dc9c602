/** features/org: the tree of units, members and heads. */
export const orgWords = {
  "org.tree": "Units",
  "org.compactName": "{key} {name}",

  "kind.company": "Company",
  "kind.division": "Division",
  "kind.department": "Department",
  "kind.project": "Project",

  "unit.archived": "Archived",
  "unit.archivedShow": "{count, plural, one {Show # archived unit} other {Show # archived units}}",
  "unit.archivedHide": "Hide archived units",

  "person.search": "Name or email",
  "person.none": "Nobody of that name.",
  "person.inactive": "Deactivated",
} as const;
