"""The rules of PDF/X-4, PDF/X-1a:2003 and PDF/A-2u that a file is held to.

The standards' texts are not public. A rule names the clause that it is believed to come from and how that is known; no
claim of certification is made.
"""
