"""PyTorch, eager, one thread: from the start of the process to the end of the first training step."""

import gzip
import time

import torch


def idx(name, header):
    with gzip.open(name) as file:
        return torch.frombuffer(bytearray(file.read()[header:]), dtype=torch.uint8)


torch.set_num_threads(1)
train_x = idx("train-images-idx3-ubyte.gz", 16).view(-1, 784).float() / 255
train_y = idx("train-labels-idx1-ubyte.gz", 8).long()
test_x = idx("t10k-images-idx3-ubyte.gz", 16).view(-1, 784).float() / 255
test_y = idx("t10k-labels-idx1-ubyte.gz", 8).long()
torch.manual_seed(42)
net = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.Tanh(), torch.nn.Linear(128, 10))
optimiser = torch.optim.SGD(net.parameters(), lr=0.1)
batch = torch.randperm(len(train_x))[:32]
loss = torch.nn.functional.cross_entropy(net(train_x[batch]), train_y[batch])
loss.backward()
optimiser.step()
print("step %.3f" % (1e3 * time.time()))
print("version " + torch.__version__)
