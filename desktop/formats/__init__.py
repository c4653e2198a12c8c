"""Bytes ↔ model: articles in, layouts, house styles and editions in and out.

Importing this package loads no parser; each module loads what it needs when it is used.
"""
