package gradientlab.explorer;

import gradientlab.ui.Dashboard;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.ExplorerException.Reason;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.TrainingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The trainings that pages have begun: a few at a time. */
final class LiveTrainings {

    private static final int MOST = 2;
    private static final int MOST_NETS = 2;
    private static final double MOST_MILLIS = 2_000;
    private static final double MOST_RATE = 1_000;

    /** A page asks several times a second; one that has been closed does not end its training. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(20);

    private static final Order END = new Order(Order.Kind.END, 0, 0);

    private final Dashboard dashboard;
    private final String forbidden;
    private final RunFolders folders;
    private final Map<String, LiveTraining> trainings = new LinkedHashMap<>();
    private int begun;

    LiveTrainings(Dashboard dashboard, ExplorerOptions options) {
        this.dashboard = dashboard;
        this.forbidden = options.forbidden();
        this.folders = new RunFolders(options.out());
    }

    /** Why networks may not be trained; empty where they may. */
    String forbidden() {
        return forbidden;
    }

    TrainingState start(List<ExploredNet> asked, Data data) {
        if (!forbidden.isEmpty()) {
            throw new ExplorerException(Reason.NOT_ALLOWED, forbidden);
        }
        if (asked.isEmpty() || asked.size() > MOST_NETS) {
            throw new IllegalArgumentException("a training has 1 or " + MOST_NETS + " nets, not " + asked.size());
        }
        ExploredNet first = asked.get(0);
        for (ExploredNet net : asked) {
            if (net.plan().batchSize() != first.plan().batchSize()) {
                throw new IllegalArgumentException("A and B train on the same batches: batchSize must be the same, not "
                        + first.plan().batchSize() + " and " + net.plan().batchSize());
            }
        }
        int steps = asked.stream().mapToInt(ExploredNet::steps).max().orElseThrow();
        BatchOrder order = BatchOrder.of(first, steps, data);
        String name = claim();
        List<LiveNet> nets = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String letter = asked.size() == 1 ? "" : i == 0 ? " A" : " B";
            String session = "explored " + name.substring(1) + letter + ", " + NetTitle.of(asked.get(i));
            nets.add(new LiveNet(asked.get(i), session, order, dashboard));
        }
        LiveTraining training = new LiveTraining(name, steps, nets, folders);
        synchronized (this) {
            trainings.put(name, training);
        }
        return training.state(0);
    }

    private synchronized String claim() {
        trainings.entrySet().removeIf(each -> {
            boolean forgotten = each.getValue().isForgotten(FORGOTTEN);
            if (forgotten) {
                each.getValue().tell(END);
            }
            return forgotten;
        });
        if (trainings.size() >= MOST) {
            throw new ExplorerException(
                    Reason.TOO_MUCH, "There are " + MOST + " trainings already, as many as may be: end one first.");
        }
        begun++;
        return "t" + begun;
    }

    TrainingState tell(String name, Order order) {
        LiveTraining training = named(name);
        check(order, training);
        training.tell(order);
        if (order.kind() == Order.Kind.END) {
            synchronized (this) {
                trainings.remove(name);
            }
        }
        return training.state(Integer.MAX_VALUE);
    }

    private void check(Order order, LiveTraining training) {
        switch (order.kind()) {
            case STEP -> require(order.number() >= 1 && order.number() <= 1_000, "steps", "1 to 1000", order.number());
            case SPEED ->
                require(
                        order.number() >= 0 && order.number() <= MOST_MILLIS,
                        "milliseconds after a step",
                        "0 to " + (int) MOST_MILLIS,
                        order.number());
            case RATE -> {
                require(
                        order.number() > 0 && order.number() <= MOST_RATE,
                        "the learning rate",
                        "above 0 and at most " + (int) MOST_RATE,
                        order.number());
                requireNet(order.net(), training);
            }
            case SAVE -> folders.requireRoom();
            default -> {
                // needs no number
            }
        }
    }

    private static void require(boolean holds, String what, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be " + rule + ", not " + value);
        }
    }

    TrainingState state(String name, int since) {
        return named(name).state(since);
    }

    /** A network of a training as it was last looked at. */
    Looked looked(String name, int net) {
        LiveTraining training = named(name);
        requireNet(net, training);
        return training.looked(net);
    }

    private static void requireNet(int net, LiveTraining training) {
        require(net >= 0 && net < training.size(), "net", "0 to " + (training.size() - 1), net);
    }

    private synchronized LiveTraining named(String name) {
        LiveTraining training = trainings.get(name);
        if (training == null) {
            throw new NoSuchElementException("There is no training \"" + shortened(name)
                    + "\": it has been ended, or the program has been started again.");
        }
        return training;
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    synchronized void close() {
        trainings.values().forEach(training -> training.tell(END));
        trainings.clear();
    }
}
