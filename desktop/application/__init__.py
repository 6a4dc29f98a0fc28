"""The window itself: start, menus and actions, the welcome page, and how the views stand together."""
