"""Gives part of the generated calls real ids and live sessions, so that schemathesis sees successes too.

Read by tests/contract/run. Half of the calls keep what was generated; which, is drawn from SEED.
"""

import json
import os
import random
import urllib.error
import urllib.request
import uuid

import schemathesis

URL = os.environ["CONTRACT_URL"]
with open(os.environ["CONTRACT_DEMO"], encoding="utf-8") as file:
    DEMO = json.load(file)
SEED = DEMO["seed"]
DICE = random.Random(int(os.environ["CONTRACT_SEED"]))
LAST = {}
# A POS whose key never gives a wrong code: the seed's is soon suspended for what is generated.
HONEST = next(
    pos
    for pos in DEMO["pos"]
    if pos["profile"] == "plain" and "GBP" in pos["currencies"] and pos["pos_id"] != SEED["pos_id"]
)
WALLETS = [of for of in DEMO["wallets"] if any(account["currency"] == "GBP" for account in of["accounts"])]
SESSION_CALLS = {
    "withdraw", "reverse", "deposit", "logout", "showOperation", "listOpenOperations", "tellOutcome", "tellPrint",
}
CASE_CALLS = {"showCase", "noteCase", "disputeWithdrawal"}
# The one withdrawal whose cash nobody knows of, and so an open case.
IN_QUESTION = {}
# A session that has had its money action is as interesting as a fresh one.
SESSION_CALLS_MAX = 6


def ask(path, body=None, headers=None):
    """A call beside the generated ones; nothing when it is refused."""
    headers = {"Authorization": f"Bearer {DEMO['operator_key']}", **(headers or {})}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data=data, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"{}")
    except urllib.error.HTTPError:
        return None


def fresh_code(wallet_id=SEED["wallet_id"], pos_id=SEED["pos_id"]):
    ask(f"/api/v1/wallets/{wallet_id}/unfreeze")
    ask(f"/api/v1/wallets/{wallet_id}/confirm")
    ask(f"/api/v1/pos/{pos_id}/enable")
    asked = {"pos_id": pos_id, "purpose": "any", "max_amount": {"amount": "10.00", "currency": "GBP"}}
    armed = ask(f"/api/v1/wallets/{wallet_id}/codes", asked)
    return armed and armed["code"]


def session(operation):
    """The headers of a live session; a few calls of one kind share it."""
    if LAST.get("operation") != operation or LAST["calls"] >= SESSION_CALLS_MAX:
        leave()
        code = fresh_code()
        headers = {"access_key": SEED["access_key"], "phone_number": SEED["phone_number"]}
        opened = code and ask(f"/v1/pos/login/{SEED['pos_id']}/{code}", headers=headers)
        if opened:
            LAST.update(opened["data"])
        LAST.update(operation=operation, calls=0)
    LAST["calls"] += 1
    return LAST


def in_question():
    """Operation and transaction of a withdrawal with a case; made once."""
    code = None if IN_QUESTION else fresh_code()
    headers = {"access_key": SEED["access_key"], "phone_number": SEED["phone_number"]}
    opened = code and ask(f"/v1/pos/login/{SEED['pos_id']}/{code}", headers=headers)
    if opened:
        names = ("token_id", "operation_id")
        headers.update({name: opened["data"][name] for name in names})
        withdrawn = ask(f"/v1/pos/withdraw/{SEED['account_id']}/1", headers=headers)
        operation_id = opened["data"]["operation_id"]
        if withdrawn and ask(f"/api/v1/pos/operations/{operation_id}/outcome", {"outcome": "unknown"}, headers):
            IN_QUESTION.update(operation_id=operation_id, transaction_id=withdrawn["data"]["transaction_id"])
    return IN_QUESTION


def leave():
    """A wallet has few open sessions: the one before is closed."""
    if "token_id" in LAST:
        names = ("token_id", "operation_id")
        ask("/v1/pos/logout", headers={"access_key": SEED["access_key"], **{name: LAST[name] for name in names}})
    LAST.clear()


def make_real(operation, body):
    """Ids that exist, and a phone number that has no wallet yet."""
    if "owner_id" in body:
        body["owner_id"] = DEMO["pos"][0]["owner_id"]
    if operation == "registerPos":
        body.pop("pos_id", None)
    if operation == "armCode":
        body["pos_id"] = SEED["pos_id"]
    if operation == "openWallet":
        body["phone_number"] = f"+4477{DICE.randrange(10**8):08d}"
        body.pop("accounts", None)


def spare_own_key(texts):
    """Ids seen in answers are tried again: the key that this run speaks with must not be revoked."""
    try:
        uuid.UUID(texts["operator_key_id"])
    except (KeyError, ValueError, AttributeError, TypeError):
        return
    made = ask("/api/v1/operator-keys", {"person": "Somebody", "role": "auditor"})
    if made:
        texts["operator_key_id"] = made["operator_key_id"]


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw["operationId"]
    if operation == "revokeOperatorKey":
        spare_own_key(case.path_parameters or {})
    if operation == "login" and case.headers and "access_key" in case.headers:
        case.headers["access_key"] = SEED["access_key"]
    if operation == "erasePersonalData" or DICE.random() < 0.5:
        return
    texts = case.path_parameters or {}
    for name in ("Idempotency-Key", "idempotency"):
        if case.headers and name in case.headers:
            case.headers[name] = f"{DICE.getrandbits(64):016x}"
    if isinstance(case.body, dict):
        make_real(operation, case.body)
    if operation == "login":
        wallet = DICE.choice(WALLETS)
        code = fresh_code(wallet["wallet_id"], HONEST["pos_id"])
        if code:
            texts.update(pos_id=HONEST["pos_id"], otp_code=code)
            case.headers.update(phone_number=wallet["phone_number"], access_key=HONEST["access_key"])
        return
    for name, real in (("wallet_id", SEED["wallet_id"]), ("pos_id", SEED["pos_id"])):
        if name in texts:
            texts[name] = real
    for name in ("account_id", "account"):
        if name in texts:
            texts[name] = SEED["account_id"]
    if operation in CASE_CALLS:
        texts.update({name: real for name, real in in_question().items() if name in texts})
    if operation in SESSION_CALLS:
        live = session(operation)
        if "token_id" in live:
            case.headers["token_id"] = live["token_id"]
            if operation in ("showOperation", "tellOutcome", "tellPrint"):
                texts["operation_id"] = live["operation_id"]
                case.headers.pop("phone_number", None)
            elif operation != "listOpenOperations":
                case.headers["operation_id"] = live["operation_id"]
                case.headers.pop("phone_number", None)
        for name in ("sum", "reversed_amount", "amount"):
            if name in texts and DICE.random() < 0.7:
                texts[name] = DICE.choice(["1", "2.50", "10"])
        if "currency" in texts and DICE.random() < 0.7:
            texts["currency"] = "GBP"
