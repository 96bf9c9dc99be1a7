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
settings.load_profile("ci")
