"""Zhicheng decides whether an engineer qualifies for a Zhejiang senior or chief title, and shows why."""
