"""Benchmarks: ``.venv/bin/python -m pytest tests/benchmarks --benchmark-enable`` (with the extra ``benchmark``).

The numbers in brackets behind each figure are ratios to the fastest of its group, measured in one run. Without
``--benchmark-enable`` every benchmark runs once, as a test that it still works.
"""
