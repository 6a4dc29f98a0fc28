"""Vigil's tests mirror the packages; `house` holds the rules of the house, `guards` what fails a careless test."""
