package gradientlab.lab.run;

import java.util.Optional;
import java.util.function.Supplier;

/** Where a training keeps how far it is, so that another process can go on with it. */
public interface Checkpoints {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public Optional<Checkpoint> last() {
            return Optional.empty();
        }

        @Override
        public boolean due(int steps) {
            return false;
        }

        @Override
        public void save(Supplier<Checkpoint> now) {
            // Nothing is kept.
        }
    };

    /** Where the training stood when it was interrupted; empty for one that begins. */
    Optional<Checkpoint> last();

    /** Whether to keep where it stands, after a number of steps of the whole training. */
    boolean due(int steps);

    /** Keeps where it stands, in place of what was kept before. */
    void save(Supplier<Checkpoint> now);
}
