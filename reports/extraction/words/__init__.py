"""A text as extraction sees it: sentences, words in their normal form, and the phrases of a lexicon among them."""
