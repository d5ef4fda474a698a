"""PyTorch, eager, one thread: takes the orders that Worker.java describes."""

import array
import sys
import time

import torch

BATCHES, INPUTS, CLASSES, BINS, RATE = 20, 784, 10, 50, 0.01


def floats(path):
    values = array.array("f")
    with open(path, "rb") as file:
        values.frombytes(file.read())
    return torch.tensor(values, dtype=torch.float32)


class Net(torch.nn.Module):
    def __init__(self, depth, width, norm):
        super().__init__()
        sizes = [INPUTS] + [width] * depth
        self.affine = torch.nn.ModuleList(
            torch.nn.Linear(sizes[i], width, bias=not norm) for i in range(depth))
        self.norms = torch.nn.ModuleList(
            torch.nn.BatchNorm1d(width) if norm else torch.nn.Identity() for _ in range(depth))
        self.output = torch.nn.Linear(width, CLASSES)

    def forward(self, x, seen=None):
        for affine, norm in zip(self.affine, self.norms):
            z = affine(x)
            x = torch.tanh(norm(z) if isinstance(norm, torch.nn.BatchNorm1d) else z)
            if seen is not None:
                z.retain_grad()
                seen.append((z, x))
        z = self.output(x)
        if seen is not None:
            z.retain_grad()
            seen.append((z, None))
        return z

    def load(self, values):
        position = 0

        def take(tensor):
            nonlocal position
            count = tensor.numel()
            tensor.data.copy_(values[position:position + count].view_as(tensor))
            position += count

        for layer, norm in list(zip(self.affine, self.norms)) + [(self.output, None)]:
            take(layer.weight)
            if layer.bias is not None:
                take(layer.bias)
            if isinstance(norm, torch.nn.BatchNorm1d):
                take(norm.weight)
                take(norm.bias)
                take(norm.running_mean)
                position += norm.running_var.numel()


class Training:
    def __init__(self, folder, depth, width, batch, norm, every):
        self.every = every
        self.x = floats(folder + "/features.f32").view(BATCHES, batch, INPUTS)
        self.y = floats(folder + "/labels.f32").view(BATCHES, batch, CLASSES).argmax(2)
        self.net = Net(depth, width, norm)
        self.net.load(floats(folder + "/parameters.f32"))
        self.optimiser = torch.optim.SGD(self.net.parameters(), lr=RATE)

    def step(self, number):
        seen = [] if self.every and number % self.every == 0 else None
        batch = number % BATCHES
        self.optimiser.zero_grad(set_to_none=True)
        loss = torch.nn.functional.cross_entropy(self.net(self.x[batch], seen), self.y[batch])
        loss.backward()
        if seen is not None:
            self.histograms(seen)
        self.optimiser.step()
        return loss

    def histograms(self, seen):
        for z, a in seen:
            torch.histc(z.detach(), BINS)
            torch.histc(z.grad, BINS)
            if a is not None:
                torch.histc(a.detach(), BINS)
        for layer in list(self.net.affine) + [self.net.output]:
            torch.histc(layer.weight.grad, BINS)


def blas():
    """The files of the BLAS that serves the products, as far as the system tells."""
    torch.ones(2, 2) @ torch.ones(2, 2)
    try:
        with open("/proc/self/maps") as maps:
            paths = {line.split()[-1] for line in maps if "blas" in line or "libmkl" in line}
    except OSError:
        return "BLAS unknown"
    return " ".join(sorted(path.rsplit("/", 1)[-1] for path in paths)) or "BLAS built in"


def main():
    torch.set_num_threads(1)
    training, done = None, 0
    for line in sys.stdin:
        order = line.rstrip("\n").split("\t")
        if order[0] == "open":
            depth, width, batch, norm, every = map(int, order[2].split())
            training, done = Training(order[1], depth, width, batch, norm == 1, every), 0
            print("= ready", flush=True)
        elif order[0] == "version":
            print("= PyTorch " + torch.__version__ + ", " + blas(), flush=True)
        else:
            steps = int(order[1])
            cpu, wall = time.thread_time_ns(), time.perf_counter_ns()
            for number in range(done, done + steps):
                loss = training.step(number)
            cpu, wall = time.thread_time_ns() - cpu, time.perf_counter_ns() - wall
            done += steps
            print("= %d %d %r" % (cpu, wall, loss.item()), flush=True)


main()
