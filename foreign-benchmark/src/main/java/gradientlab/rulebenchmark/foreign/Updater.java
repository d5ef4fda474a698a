package gradientlab.rulebenchmark.foreign;

import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ISchedule;

/** An updater of DL4J by name. */
enum Updater {
    SGD {
        @Override
        IUpdater of(double rate, ISchedule schedule, double momentum) {
            return schedule == null ? new Sgd(rate) : new Sgd(schedule);
        }
    },
    NESTEROVS {
        @Override
        IUpdater of(double rate, ISchedule schedule, double momentum) {
            return schedule == null ? new Nesterovs(rate, momentum) : new Nesterovs(schedule, momentum);
        }
    },
    ADAM {
        @Override
        IUpdater of(double rate, ISchedule schedule, double momentum) {
            return schedule == null ? new Adam(rate) : new Adam(schedule);
        }
    },
    RMSPROP {
        @Override
        IUpdater of(double rate, ISchedule schedule, double momentum) {
            return schedule == null ? new RmsProp(rate) : new RmsProp(schedule);
        }
    };

    /** @param schedule of the rate; null for a constant one */
    abstract IUpdater of(double rate, ISchedule schedule, double momentum);

    /** Whether a gradient a hundred times as large makes a step a hundred times as large. */
    boolean followsTheGradientsSize() {
        return this == SGD || this == NESTEROVS;
    }
}
