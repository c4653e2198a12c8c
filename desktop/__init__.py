"""Banxin 版心: compose once, paint many times. See README.md for the architecture in one picture."""

__version__ = "0.1.0"
