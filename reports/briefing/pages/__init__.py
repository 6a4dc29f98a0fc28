"""The pages stage: lays a content tree out on A4 and writes PDF. The only place that knows ReportLab."""
