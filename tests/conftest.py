"""Makes the checks by Hypothesis the same on every run."""

from hypothesis import HealthCheck, Phase, settings

# Dossiers are big inputs, so drawing them is slow and may overrun; neither is a fault of a property. Making a failure
# smaller takes minutes: ask for it with --hypothesis-profile=shrink.
_COMMON = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=10,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("ci", _COMMON, phases=[Phase.explicit, Phase.generate])
settings.register_profile("shrink", _COMMON)
# With --hypothesis-profile=long the two encodings of the score meet on 2,000 dossiers, eight an example.
settings.register_profile(
    "long", _COMMON, phases=[Phase.explicit, Phase.generate], max_examples=250
)
settings.load_profile("ci")
