"""Small pieces of the window that know nothing of a case: theme, badges, icons, message bar, empty states."""
