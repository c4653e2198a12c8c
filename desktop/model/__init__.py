"""The edition as frozen records: stories, layouts, house style, pages and what stands where.

Records refer to each other by id, never by reference; a change makes new records that share all else.
"""
