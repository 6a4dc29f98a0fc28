"""Asking a case: filters, orders, columns, counting, and the questions that `Case.read` answers.

`filter` is cheap to import; `questions` loads SQLAlchemy.
"""
