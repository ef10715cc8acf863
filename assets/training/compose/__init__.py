"""Requests written by program: templates by topic, filled with values, for functions and wordings no data set has."""
