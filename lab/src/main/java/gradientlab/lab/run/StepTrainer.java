package gradientlab.lab.run;

import gradientlab.engine.Engine;
import gradientlab.mnist.ImageIterator;
import java.util.ArrayList;
import java.util.List;

/** Trains networks for a number of steps, with nothing measured on the way but the losses. */
public final class StepTrainer {

    private final Watch watch;
    private final Engine engine;

    /** @param engine what takes the steps */
    public StepTrainer(Watch watch, Engine engine) {
        this.watch = watch;
        this.engine = engine;
    }

    /**
     * Trains on the next batches, in as many passes as that takes, and returns the mean loss of each before its update.
     *
     * <p>A network whose loss is not finite has no gradient to follow any more: training ends with that loss, and the
     * steps left out are told to the progress.
     *
     * @param name what to call the network on the dashboard; training that goes on under a name goes on there
     * @throws Interruption.Interrupted if the watch asks to stop
     */
    public List<Double> train(Net net, String name, ImageIterator batches, int steps, Progress.Task task) {
        net.watchedBy(name, watch.listeners());
        List<Double> losses = new ArrayList<>();
        boolean finite = true;
        for (int step = 0; step < steps; step++) {
            watch.interruption().check();
            if (finite) {
                losses.add(step(net, batches));
                finite = Double.isFinite(losses.get(step));
            }
            task.step();
        }
        net.unwatched();
        return losses;
    }

    private double step(Net net, ImageIterator batches) {
        if (!batches.hasNext()) {
            batches.reset();
        }
        return net.fit(batches.next(), engine);
    }
}
