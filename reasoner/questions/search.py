"""Dossiers that are almost alike, ground once: which choice of inputs leads to which statuses.

Every input with a switch holds while the switch is on. What is asked of all other questions holds here too: the rules
make no choice, so each choice of switches has exactly one stable model.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from clingo.solving import Model
from clingo.symbol import Function, Number, Symbol

from reasoner.facts import Fact
from reasoner.program import Signature, grounded, program, symbol_of
from reasoner.questions.clock import Clock
from reasoner.questions.switched import SWITCHED_PREDICATES, Switched, switched_facts
from reasoner.solve import Atom, Atoms, by_signature, interruption

Wanted = tuple[Fact, bool]
"""An atom, and whether it is to be true."""

_FROM_BELOW = "usc,oll,stratify"
"""Costs are raised until something will do (unsatisfiable cores), the dearest looked at first, so that there is
something to show when the time is up. To improve on what will do instead takes minutes where much is missing."""
_TICK = 0.05
"""Seconds between two looks at the clock and at the keyboard, while the solver works."""


@dataclass(frozen=True)
class Choice:
    """The switches that are on, and what they cost together."""

    on: frozenset[int]
    cost: int


class Search:
    """The stable models of one grounding, for any choice of switches."""

    def __init__(
        self, files: Sequence[Path], inputs: Switched, asked: frozenset[str], *awaited: str
    ) -> None:
        """Ground *files*, among them ``questions/switches.lp``, as far as they decide the predicates *asked*.

        Args:
            files: rule files.
            inputs: what is told, with and without a switch.
            asked: the predicates that will be asked for.
            awaited: predicates of facts that differ from question to question, beside those of dossiers and switches.

        Raises:
            RulesError: as `reasoner.solve.solve`.
        """
        self.switches = tuple(inputs.switches)
        self._costs = dict(inputs.costs)
        told = SWITCHED_PREDICATES | frozenset(awaited)
        facts = list(switched_facts(inputs))
        setting = [fact for fact in facts if fact[0] not in told]
        rules = program(files, setting, told).without(frozenset(), asked | {"on"})
        ours = (symbol_of(fact) for fact in facts if fact[0] in told)
        self._control = grounded(rules.statements, ours, facts=rules.facts)
        self._on = {number: Function("on", [Number(number)]) for number in self.switches}
        atoms = self._control.symbolic_atoms
        # Looked up once: a question assumes all switches, and there may be hundreds of each.
        self._literal = {
            number: found.literal
            for number, symbol in self._on.items()
            if (found := atoms[symbol]) is not None
        }

    def possible(self, signature: Signature) -> list[Atom]:
        """Return the atoms of *signature* that are true for some choice, or may be."""
        found = (atom.symbol for atom in self._control.symbolic_atoms.by_signature(*signature))
        return by_signature(found).get(signature, [])

    def true_atoms(self, on: Iterable[int], signatures: Iterable[Signature]) -> Atoms:
        """Return which atoms of *signatures* are true with exactly the switches *on*.

        Raises:
            RulesError: there is not exactly one stable model.
            SolverInterrupted: the search was stopped from outside.
        """
        among = self._literals(signatures)
        found: list[Symbol] = []
        self._one(
            frozenset(on),
            lambda model: found.extend(
                symbol for literal, symbol in among if model.is_true(literal)
            ),
        )
        return by_signature(found)

    def holds(self, on: Iterable[int], wanted: Sequence[Wanted]) -> bool:
        """Tell whether *wanted* holds with exactly the switches *on*."""
        chosen = frozenset(on)
        return self.find(wanted, on=chosen, off=frozenset(self.switches) - chosen) is not None

    def each(
        self,
        choices: Sequence[Iterable[int]],
        signatures: Iterable[Signature] = (),
        wanted: Sequence[Wanted] = (),
    ) -> list[Atoms | None]:
        """Return which atoms of *signatures* are true with each of *choices*, the switches that are on.

        There is nothing for a choice that cannot be made, or with which *wanted* does not hold. All are looked at in
        one go, which is many times quicker than one by one.

        Raises:
            SolverInterrupted: the search was stopped from outside.
        """
        sets = [frozenset(choice) for choice in choices]
        found: list[Atoms | None] = [None] * len(sets)
        if not sets:
            return found
        always, ever = frozenset.intersection(*sets), frozenset.union(*sets)
        off = frozenset(self.switches) - ever
        assumptions = self._assumptions(wanted, always, off)
        if assumptions is None:
            return found
        among = self._literals(signatures)
        guard, chosen = self._one_of(len(sets))
        with self._control.backend() as backend:
            for number in ever - always:
                needed = backend.add_atom()
                for place, one in enumerate(sets):
                    if number in one:
                        backend.add_rule([needed], [chosen[place]])
                backend.add_rule([], [guard, self._literal[number], -needed])
                backend.add_rule([], [guard, -self._literal[number], needed])
        self._configure("ignore", 0)
        with (
            self._guarded(guard),
            self._control.solve(assumptions=assumptions, yield_=True) as handle,
        ):
            for model in handle:
                place = next(at for at, one in enumerate(chosen) if model.is_true(one))
                true = (symbol for literal, symbol in among if model.is_true(literal))
                found[place] = by_signature(true)
                # Where the rules of points are ground too, records can still be put into their rows in many ways.
                model.context.add_clause([-chosen[place]])
            if handle.get().interrupted:
                raise interruption()
        return found

    def which(
        self,
        numbers: Sequence[int],
        wanted: Sequence[Wanted],
        clock: Clock,
        *,
        off: Iterable[int] = (),
    ) -> frozenset[int]:
        """Return those of *numbers* with which *wanted* can hold while none of the others, nor of *off*, is on.

        What is found before *clock* stops the search is returned; then there may be more.
        """
        assumptions = self._assumptions(wanted, (), off)
        found: set[int] = set()
        if assumptions is None or not numbers or clock.is_over():
            return frozenset()
        guard, chosen = self._one_of(len(numbers))
        with self._control.backend() as backend:
            for one, number in zip(chosen, numbers, strict=True):
                backend.add_rule([], [guard, one, -self._literal[number]])
                backend.add_rule([], [guard, -one, self._literal[number]])

        def note(model: Model) -> None:
            place = next(at for at, one in enumerate(chosen) if model.is_true(one))
            found.add(numbers[place])
            model.context.add_clause([-chosen[place]])
            clock.tell(f"{len(found)}/{len(numbers)}")

        self._configure("ignore", 0)
        with self._guarded(guard):
            self._until(clock, assumptions, note)
        return frozenset(found)

    def _one_of(self, count: int) -> tuple[int, tuple[int, ...]]:
        """Return a guard and so many atoms; exactly one of them is true while the guard is."""
        with self._control.backend() as backend:
            guard = backend.add_atom()
            backend.add_external(guard)
            chosen = tuple(backend.add_atom() for _ in range(count))
            some, several = backend.add_atom(), backend.add_atom()
            for one in chosen:
                backend.add_rule([one], [guard], choice=True)
                backend.add_rule([some], [one])
            backend.add_weight_rule([several], 2, [(one, 1) for one in chosen])
            backend.add_rule([], [guard, -some])
            backend.add_rule([], [guard, several])
        return guard, chosen

    @contextmanager
    def _guarded(self, guard: int) -> Iterator[None]:
        """Let *guard* be true for one question, and for no other."""
        self._control.assign_external(guard, True)  # noqa: FBT003 - clingo has it so
        try:
            yield
        finally:
            self._control.assign_external(guard, False)  # noqa: FBT003 - likewise

    def find(
        self,
        wanted: Sequence[Wanted],
        *,
        on: Iterable[int] = (),
        off: Iterable[int] = (),
    ) -> frozenset[int] | None:
        """Return a choice with these switches *on* and *off* with which *wanted* holds, if there is one.

        Raises:
            SolverInterrupted: the search was stopped from outside.
        """
        assumptions = self._assumptions(wanted, on, off)
        if assumptions is None:
            return None
        self._configure("ignore", 1)
        with self._control.solve(assumptions=assumptions, yield_=True) as handle:
            found = [self._chosen(model) for model in handle]
            if handle.get().interrupted:
                raise interruption()
        return found[0] if found else None

    def best(self, signatures: Iterable[Signature]) -> Atoms:
        """Return which atoms of *signatures* are true in a model that costs least.

        Raises:
            SolverInterrupted: the search was stopped from outside.
        """
        among = self._literals(signatures)
        self._configure("opt", 0, "usc")
        found: list[Symbol] = []
        with self._control.solve(yield_=True) as handle:
            for model in handle:
                found = [symbol for literal, symbol in among if model.is_true(literal)]
            if handle.get().interrupted:
                raise interruption()
        return by_signature(found)

    def cheapest(  # noqa: PLR0913 - what is asked, and what limits it
        self,
        wanted: Sequence[Wanted],
        clock: Clock,
        *,
        on: Iterable[int] = (),
        off: Iterable[int] = (),
        groups: Mapping[int, int] | None = None,
        known: Iterable[Iterable[int]] = (),
    ) -> Iterator[tuple[Choice, bool]]:
        """Yield every smallest choice with which *wanted* holds, the cheapest first, and whether that is proven.

        A choice is smallest if no part of it, among switches that cost something, will do; switches of one group count
        as one, and what contains a *known* choice, told by its groups, is none. The one that is yielded while the time
        runs out may be neither the cheapest nor smallest, and is the last.
        """
        assumptions = self._assumptions(wanted, on, off)
        if assumptions is None:
            return
        with self._control.backend() as backend:
            guard = backend.add_atom()
            backend.add_external(guard)
        group_of = groups or {}
        for choice in known:
            self._block(guard, choice, group_of)
        while not clock.is_over():
            self._configure("opt", 0)
            with self._guarded(guard):
                best, proven = self._best(assumptions, clock)
            if best is None:
                return
            yield best, proven
            if not proven or not best.on:
                return
            # Whatever contains what was found is no smallest choice.
            paid = [number for number in best.on if number in self._costs]
            self._block(guard, {group_of.get(number, number) for number in paid}, group_of)

    def _block(self, guard: int, groups: Iterable[int], group_of: Mapping[int, int]) -> None:
        """Rule out, while *guard* is true, every choice that has a switch of each of *groups* on."""
        with self._control.backend() as backend:
            body = []
            for group in sorted(groups):
                members = [
                    number for number in self.switches if group_of.get(number, number) == group
                ]
                some = backend.add_atom()
                for number in members:
                    backend.add_rule([some], [self._literal[number]])
                body.append(some)
            backend.add_rule([], [guard, *body])

    def _best(self, assumptions: list[int], clock: Clock) -> tuple[Choice | None, bool]:
        found: list[Choice] = []

        def note(model: Model) -> None:
            chosen = self._chosen(model)
            cost = sum(self._costs.get(number, 0) for number in chosen)
            found.append(Choice(chosen, cost))

        exhausted = self._until(clock, assumptions, note)
        return (found[-1] if found else None), exhausted

    def _until(
        self, clock: Clock, assumptions: Sequence[int], note: Callable[[Model], None]
    ) -> bool:
        """Search until all is found or *clock* stops it; tell whether all is."""
        with self._control.solve(assumptions=assumptions, on_model=note, async_=True) as handle:
            try:
                while not handle.wait(_TICK):
                    if clock.is_over():
                        handle.cancel()
                        break
            except KeyboardInterrupt:
                clock.interrupt()
                handle.cancel()
            return bool(handle.get().exhausted)

    def _literals(self, signatures: Iterable[Signature]) -> list[tuple[int, Symbol]]:
        return [
            (atom.literal, atom.symbol)
            for signature in signatures
            for atom in self._control.symbolic_atoms.by_signature(*signature)
        ]

    def _one(self, on: frozenset[int], take: Callable[[Model], None]) -> None:
        self._configure("ignore", 1)
        off = frozenset(self.switches) - on
        assumptions = self._assumptions((), on, off) or []
        with self._control.solve(assumptions=assumptions, yield_=True) as handle:
            for model in handle:
                take(model)
            if handle.get().interrupted:
                raise interruption()

    def _assumptions(
        self, wanted: Sequence[Wanted], on: Iterable[int], off: Iterable[int]
    ) -> list[int] | None:
        """Return what is assumed, or nothing if it cannot be because no rule leads there."""
        assumed = [self._literal[number] for number in on]
        assumed += [-self._literal[number] for number in off]
        for fact, truth in wanted:
            atom = self._control.symbolic_atoms[symbol_of(fact)]
            if atom is not None:
                assumed.append(atom.literal if truth else -atom.literal)
            elif truth:
                return None
        return assumed

    def _chosen(self, model: Model) -> frozenset[int]:
        return frozenset(number for number, atom in self._on.items() if model.contains(atom))

    def _configure(self, optimisation: str, models: int, strategy: str = _FROM_BELOW) -> None:
        self._control.configuration.solver.opt_strategy = strategy  # type: ignore[union-attr]
        self._control.configuration.solve.opt_mode = optimisation  # type: ignore[union-attr]
        self._control.configuration.solve.models = models  # type: ignore[union-attr]
