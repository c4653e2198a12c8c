"""Sentences and questions that never block: each opens, and tells by a signal what was answered."""
