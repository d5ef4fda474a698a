package gradientlab.explorer;

import gradientlab.lab.run.Interruption;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.TrainingState;
import gradientlab.ui.explorer.TrainingState.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Trains one or two networks on the same batches as it is told, on a thread of its own. */
final class LiveTraining {

    /** Nobody looks any more: it waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long whoever gives an order waits for it to be carried out. */
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final String name;
    private final int steps;
    private final List<LiveNet> nets;
    private final RunFolders folders;
    private final Interruption interruption = new Interruption();
    private final BlockingQueue<Told> orders = new LinkedBlockingQueue<>();
    private final Pace pace = new Pace();

    private volatile Phase phase = Phase.PAUSED;
    private volatile String sentence = "";
    private final AtomicInteger step = new AtomicInteger();
    private volatile long lastAsked = System.nanoTime();
    private int wanted; // by the thread alone: steps until it waits again
    private boolean ended;

    /** An order, and whether it has been carried out. */
    private record Told(Order order, CompletableFuture<Void> done) {}

    /** @param folders where its networks are saved */
    LiveTraining(String name, int steps, List<LiveNet> nets, RunFolders folders) {
        this.name = name;
        this.steps = steps;
        this.nets = List.copyOf(nets);
        this.folders = folders;
        Thread thread = new Thread(this::run, "training " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Passes an order on, and waits a little for it to be carried out. */
    void tell(Order order) {
        if (order.kind() == Order.Kind.END) {
            interruption.request();
        }
        Told told = new Told(order, new CompletableFuture<>());
        orders.add(told);
        try {
            told.done.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // It goes on; the state tells how far it is.
        } catch (ExecutionException e) {
            throw new IllegalStateException("The training " + name + " failed: " + e.getCause(), e);
        }
    }

    TrainingState state(int since) {
        lastAsked = System.nanoTime();
        return new TrainingState(
                name,
                phase,
                sentence,
                steps,
                step.get(),
                nets.stream().map(net -> net.state(since)).toList());
    }

    /** One of its networks as it was last looked at. */
    Looked looked(int net) {
        lastAsked = System.nanoTime();
        return nets.get(net).looked();
    }

    /** How many networks it trains. */
    int size() {
        return nets.size();
    }

    /** Whether nobody has asked for it for a while. */
    boolean isForgotten(Duration since) {
        return System.nanoTime() - lastAsked > since.toNanos();
    }

    private void run() {
        try {
            while (!ended) {
                Told told = wanted > 0 ? orders.poll() : orders.take();
                if (told != null) {
                    carryOut(told);
                } else {
                    step();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            phase = Phase.FAILED;
            sentence = "Training failed: " + e + ".";
        } finally {
            orders.forEach(told -> told.done.complete(null));
        }
    }

    private void carryOut(Told told) {
        Order order = told.order;
        switch (order.kind()) {
            case STEP -> {
                want((int) order.number());
                while (wanted > 0 && orders.isEmpty()) {
                    step();
                }
            }
            case RUN -> want(steps);
            case PAUSE -> pause();
            case REWIND -> rewind();
            case SPEED -> pace.pauseMillis = (long) order.number();
            case RATE -> nets.get(order.net()).rate(order.number());
            case RECORD -> onceMore(() -> nets.forEach(LiveNet::record));
            case SAVE -> onceMore(this::save);
            case END -> end();
        }
        told.done.complete(null);
    }

    private void want(int more) {
        wanted = Math.min(more, steps - step.get());
        phase = wanted > 0 ? Phase.RUNNING : Phase.DONE;
    }

    private void pause() {
        wanted = 0;
        nets.forEach(LiveNet::observe);
        nets.forEach(LiveNet::test);
        phase = step.get() >= steps ? Phase.DONE : Phase.PAUSED;
    }

    private void rewind() {
        wanted = 0;
        nets.forEach(LiveNet::rewind);
        step.set(0);
        sentence = "";
        phase = Phase.PAUSED;
    }

    private void onceMore(Runnable work) {
        pause();
        Phase before = phase;
        phase = Phase.RECORDING;
        sentence = "";
        work.run();
        phase = before;
    }

    /** What cannot be written is said, and the training goes on. */
    private void save() {
        try {
            for (LiveNet net : nets) {
                net.save(folders, interruption);
            }
        } catch (Interruption.Interrupted e) {
            wanted = 0;
        } catch (IOException | IllegalArgumentException | ExplorerException e) {
            sentence = "Not saved: " + e.getMessage() + ".";
        }
    }

    private void end() {
        wanted = 0;
        ended = true;
    }

    private void step() {
        nets.forEach(LiveNet::step);
        step.incrementAndGet();
        wanted--;
        if (wanted == 0) {
            pause();
        } else if (isForgotten(PATIENCE)) {
            pause();
            sentence = "Nobody has looked for a minute: training waits.";
        } else {
            pace.look(() -> nets.forEach(LiveNet::observe), () -> nets.forEach(LiveNet::test));
        }
    }
}
