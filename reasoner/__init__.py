"""Zhicheng decides whether an engineer qualifies for a Zhejiang senior or chief title, and shows why.

Start at `reasoner.assess.assess`; `reasoner.intake.dossier.read_dossier` reads a file.
"""

__version__ = "0.1.0"
