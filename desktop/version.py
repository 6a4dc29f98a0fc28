"""The version of Vigil, in one place."""

VERSION = "0.1.0"
