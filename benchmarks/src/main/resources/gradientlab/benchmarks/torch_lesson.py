"""The trainings of the lesson in PyTorch, eager, one thread, with the same measuring: PLAN.json to RESULTS.json."""

import gzip
import json
import math
import sys

import torch

BINS, INSIDE, LECTURE_TEST, CHUNK = 50, 1000, 3232, 1000
GAIN = {"tanh": 5 / 3, "relu": math.sqrt(2)}
FUNCTION = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU}


def idx(name, header):
    with gzip.open(name) as file:
        return torch.frombuffer(bytearray(file.read()[header:]), dtype=torch.uint8)


def draw(layer, init, activation, output):
    """The initialisations of the lesson; the bias is 0 where nothing else is said."""
    fan, w = layer.weight.shape[1], layer.weight
    bias = 0.0
    if init == "torch-linear":
        return  # what torch.nn.Linear does by itself
    if init == "standard-normal":
        w.normal_(0, 1)
        bias = 1.0
    elif init == "standard-normal-small-output":
        w.normal_(0, 0.01 if output else 1)
        bias = 0.0 if output else 1.0
    elif init == "standard-normal-scaled":
        w.normal_(0, 0.01 if output else 5 / 3 / math.sqrt(fan))
        bias = 0.0 if output else 0.01
    elif init == "lecun-normal":
        w.normal_(0, 1 / math.sqrt(fan))
    elif init == "xavier-uniform":
        torch.nn.init.xavier_uniform_(w)
    elif init == "kaiming-normal":
        w.normal_(0, (1 if output else GAIN[activation]) / math.sqrt(fan))
    elif init == "orthogonal":
        torch.nn.init.orthogonal_(w, 1 if output else GAIN[activation])
    elif init.startswith("normal:"):
        w.normal_(0, float(init.split(":")[1]))
    else:
        raise ValueError("no initialisation " + init)
    if layer.bias is not None:
        layer.bias.normal_(0, bias) if bias else layer.bias.zero_()


class Net(torch.nn.Module):
    def __init__(self, spec):
        super().__init__()
        depth, width, self.norm = spec["depth"], spec["width"], spec["norm"] == "batch"
        self.before = spec["normPosition"] == "before"
        sizes = [784] + [width] * depth
        self.affine = torch.nn.ModuleList(
            torch.nn.Linear(sizes[i], width, bias=spec["hiddenBias"]) for i in range(depth))
        self.norms = torch.nn.ModuleList(
            torch.nn.BatchNorm1d(width) if self.norm else torch.nn.Identity() for _ in range(depth))
        self.function = FUNCTION[spec["activation"]]()
        self.output = torch.nn.Linear(width, 10)
        with torch.no_grad():
            for layer in self.affine:
                draw(layer, spec["init"], spec["activation"], False)
            draw(self.output, spec["init"], spec["activation"], True)
            self.output.weight.mul_(spec["outputScale"])

    def forward(self, x, seen=None):
        for affine, norm in zip(self.affine, self.norms):
            z = affine(x)
            if self.norm and self.before:
                n = norm(z)
                a = x = self.function(n)
            else:
                n, a = z, self.function(z)
                x = norm(a) if self.norm else a
            if seen is not None:
                z.retain_grad()
                seen.append((z, n, a))
        z = self.output(x)
        if seen is not None:
            z.retain_grad()
            seen.append((z, None, None))
        return z


def described(values):
    values = values.detach()
    return {
        "mean": values.mean().item(), "std": values.std().item(),
        "min": values.min().item(), "max": values.max().item(),
        "histogram": torch.histc(values, BINS).tolist()}


def capture(net, x, y):
    """Signal, δ, weights and weight gradients of each layer: training mode, and nothing of the net changes by it."""
    kept = {name: value.clone() for name, value in net.state_dict().items() if "running" in name or "num_" in name}
    net.train()
    net.zero_grad(set_to_none=True)
    seen = []
    logits = net(x, seen)
    loss = torch.nn.functional.cross_entropy(logits, y)
    loss.backward()
    layers, saturated, cells, dead = [], 0, 0, 0
    for affine, (z, n, a) in zip(list(net.affine) + [net.output], seen):
        layer = {"z": described(z), "delta": described(z.grad), "W": described(affine.weight),
                 "dW": described(affine.weight.grad)}
        if affine.bias is not None:
            layer["b"], layer["db"] = described(affine.bias), described(affine.bias.grad)
        if a is not None:
            flat = a.abs() > 0.99 if isinstance(net.function, torch.nn.Tanh) else a == 0
            saturated, cells, dead = saturated + flat.sum().item(), cells + flat.numel(), dead + flat.all(0).sum().item()
            layer["a"] = described(a)
            if net.norm and net.before:
                layer["n"] = described(n)
        layers.append(layer)
    net.zero_grad(set_to_none=True)
    net.load_state_dict(kept, strict=False)
    return {"loss": loss.item(), "layers": layers, "saturated": saturated / cells, "dead": dead}


@torch.no_grad()
def logit_std(net, x):
    net.eval()
    std = net(x).std().item()
    net.train()
    return std


@torch.no_grad()
def test(net, x, y, count):
    net.eval()
    loss, right = 0.0, 0
    for start in range(0, count, CHUNK):
        end = min(count, start + CHUNK)
        logits = net(x[start:end])
        loss += torch.nn.functional.cross_entropy(logits, y[start:end], reduction="sum").item()
        right += (logits.argmax(1) == y[start:end]).sum().item()
    net.train()
    return loss / count, right / count


def train(spec, train_x, train_y, test_x, test_y):
    torch.manual_seed(spec["seed"])
    net = Net(spec)
    optimiser = torch.optim.SGD(net.parameters(), lr=spec["lr"])
    inside_x, inside_y = train_x[:INSIDE], train_y[:INSIDE]
    size, losses, ratios = spec["batchSize"], [], []
    order = torch.randperm(len(train_x))
    start = capture(net, inside_x, inside_y)
    first = capture(net, train_x[order[:size]], train_y[order[:size]])
    logits = [logit_std(net, inside_x)]
    weights = [layer.weight for layer in net.affine] + [net.output.weight]
    for epoch in range(spec["epochs"]):
        for number in range(spec["batchesPerEpoch"]):
            batch = order[number * size:(number + 1) * size]
            optimiser.zero_grad(set_to_none=True)
            loss = torch.nn.functional.cross_entropy(net(train_x[batch]), train_y[batch])
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
            with torch.no_grad():
                ratios.append([((spec["lr"] * w.grad).std() / w.std()).log10().item() for w in weights])
        logits.append(logit_std(net, inside_x))
        order = torch.randperm(len(train_x))
    end = capture(net, inside_x, inside_y)
    loss, _ = test(net, test_x, test_y, LECTURE_TEST)
    all_loss, accuracy = test(net, test_x, test_y, len(test_x))
    return {"initialLoss": losses[0], "testLoss": loss, "testAccuracy": accuracy}, {
        "losses": losses, "ratios": ratios, "logitStd": logits, "testLossFull": all_loss,
        "start": start, "first": first, "end": end}


def draw_figures(count, trainings):
    """As many figures as the lesson's report has, each as SVG and PNG; False without matplotlib."""
    try:
        import matplotlib
    except ImportError:
        return False
    matplotlib.use("Agg")
    from matplotlib import pyplot
    for number in range(count):
        figure, axes = pyplot.subplots(figsize=(8, 5))
        for training in trainings[number % len(trainings):][:5]:
            epochs = [sum(training["losses"][k:k + 101]) / 101 for k in range(0, len(training["losses"]), 101)]
            axes.plot(epochs, label="%.3f" % epochs[-1])
        axes.set_yscale("log")
        axes.set_xlabel("epoch")
        axes.set_ylabel("loss")
        axes.legend()
        figure.savefig("figure-%d.svg" % number)
        figure.savefig("figure-%d.png" % number)
        pyplot.close(figure)
    return True


def main(plan_file, results_file):
    torch.set_num_threads(1)
    with open(plan_file) as file:
        plan = json.load(file)
    train_x = idx("train-images-idx3-ubyte.gz", 16).view(-1, 784).float() / 255
    train_y = idx("train-labels-idx1-ubyte.gz", 8).long()
    test_x = idx("t10k-images-idx3-ubyte.gz", 16).view(-1, 784).float() / 255
    test_y = idx("t10k-labels-idx1-ubyte.gz", 8).long()
    results, measured = [], []
    for spec in plan["trainings"]:
        result, details = train(spec, train_x, train_y, test_x, test_y)
        results.append(result)
        measured.append(details)
    figures = draw_figures(plan["figures"], measured)
    with open("measured.json", "w") as file:
        json.dump(measured, file)
    with open(results_file, "w") as file:
        json.dump({"version": torch.__version__, "matplotlib": figures, "trainings": results}, file)


main(sys.argv[1], sys.argv[2])
