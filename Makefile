# Two commands: `make demo` runs the server with demo data, `make test` runs every check.
# Both first install what is missing, or say what it is (scripts/setup).

.DEFAULT_GOAL := help
.PHONY: help pages build demo test guard guard-renew soak bench

LISTEN ?= 127.0.0.1:8080
DATA ?= demo-data

# Where rustup puts cargo; a shell that never logged in does not look there.
export PATH := $(PATH):$(HOME)/.cargo/bin

help:
	@echo 'make demo    build, then serve demo data on $(LISTEN), kept in $(DATA)'
	@echo '             (LISTEN=address:port and DATA=folder choose others)'
	@echo 'make test    form, lints, every test, the examples in the docs'
	@echo 'make build   the pages and the program: target/debug/specie'
	@echo 'make soak    the same campaigns, longer: 500 kills, 10,000,000 simulated cash-outs'
	@echo 'make guard   what a cash-out costs in instructions, syncs and bytes, against bench/guard.toml'
	@echo '             (make guard-renew writes the figures anew)'
	@echo 'make bench   load and baselines, with PostgreSQL, in one table; about 25 minutes'

# The three faces, embedded in the program: built before it.
pages:
	@scripts/setup build
	web/check build

# --workspace, so that demo and tests share one build of every dependency.
build: pages
	@scripts/setup build
	cargo build --locked --workspace --bin specie

demo: build
	cargo run --quiet --locked --bin specie -- demo --listen '$(LISTEN)' --data '$(DATA)'

test:
	@scripts/setup test
	web/check units
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	if cargo nextest --version >/dev/null 2>&1; \
	then cargo nextest run --locked --workspace --no-fail-fast -E 'not binary(cost)'; \
	else cargo test --locked --workspace --all-targets --no-fail-fast; fi
	cargo test --locked --workspace --doc
	cargo clippy --locked -p specie-sim -p specie-domain -p specie-store --all-targets --features planted -- -D warnings
	cargo test --locked -p specie-sim --features planted --test planted
	cargo build --locked --workspace --bin specie
	web/check browser
	tests/contract/run
	$(GUARD)

# The regression guard, in the test command too: counts, never times. Says what it counted and what it left out.
# --workspace, so that it is the build of the other tests.
GUARD = cargo test --quiet --locked --workspace --test cost -- --nocapture --test-threads=1

guard:
	@scripts/setup test
	$(GUARD)

guard-renew:
	@scripts/setup test
	SPECIE_GUARD_RENEW=1 $(GUARD)

# The long campaigns; each has a short form in `test`.
soak:
	@scripts/setup test
	SPECIE_CRASH_ROUNDS=500 cargo test --locked -p specie-server --test http -- --nocapture kills_under_sixteen_clients
	cargo run --locked -p specie-sim --bin specie-sim -- --cash-outs 10000000

# Measures: nothing else should run meanwhile. bench/run says what can be chosen.
bench:
	@bench/run

# A picture of every screen of every page, in light, dark, Arabic, and at 320, 768 and 1280 px: web/e2e/screens. To be looked at.
.PHONY: screens
screens: build
	E2E_SCREENS=1 web/check browser
