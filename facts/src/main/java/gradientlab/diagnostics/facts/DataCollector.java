package gradientlab.diagnostics.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects {@link DataFacts} while a network trains, at a bounded cost.
 *
 * <p>It looks at the first {@value #FIRST} batches, and then at {@value #PER_OCTAVE} of them whenever their number doubles.
 * Of
 * the first batch it takes all rows, of a later one some, about 4,096 values of each input and target; batches and
 * examples are told apart by all values. It keeps a sample of at most 512 examples and 4 MB. Not for several threads at once.
 */
public final class DataCollector {

    private static final int FIRST = 50;
    private static final int PER_OCTAVE = 8;
    private static final int CLASSES_OF_INDEX = 20;

    private final List<InputSums> inputs;
    private final List<TargetSums> targets;
    private final ExampleLog log = new ExampleLog();
    private final List<Relation> relations = new ArrayList<>();
    private int relationRows;
    private long steps;
    private DataFacts recent = DataFacts.NONE;

    /**
     * A collector that has seen nothing.
     *
     * @param inputs names of the network's inputs
     * @param outputs its output layers, whose loss functions decide the loss of guessing
     */
    public DataCollector(List<String> inputs, List<OutputFacts> outputs) {
        this.inputs = inputs.stream().map(InputSums::new).toList();
        this.targets = outputs.stream().map(TargetSums::new).toList();
        outputs.forEach(output -> relations.add(Relation.NONE));
    }

    /** Counts a step, and says whether its batch should be handed to {@link #add}. */
    public boolean step() {
        return wanted(steps++);
    }

    /** Multiples of an eighth of the power of 2 below: eight numbers from one power of 2 to the next. */
    static boolean wanted(long step) {
        return step < FIRST || step % (Long.highestOneBit(step) / PER_OCTAVE) == 0;
    }

    /**
     * Looks at a batch.
     *
     * @throws IllegalArgumentException when it has another number of inputs, outputs or columns than the ones before
     */
    public void add(BatchData batch) {
        if (batch.inputs().size() != inputs.size() || batch.targets().size() != targets.size()) {
            throw new IllegalArgumentException("The network has " + inputs.size() + " input(s) and " + targets.size()
                    + " output(s), but the batch had " + batch.inputs().size() + " and "
                    + batch.targets().size() + ".");
        }
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).add(batch.inputs().get(i));
        }
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).add(batch.targets().get(i), batch);
        }
        log.add(batch);
    }

    /** What was seen so far, with the relations of the last {@link #relate()}. */
    public DataFacts facts() {
        List<TargetFacts> seen = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            seen.add(targets.get(i).facts(relations.get(i)));
        }
        recent = new DataFacts(inputs.stream().map(InputSums::facts).toList(), seen, log.facts(steps));
        return recent;
    }

    /** What was seen some time ago: it is condensed anew when a quarter more batches were looked at. */
    public DataFacts recent() {
        return log.seen() > 1.25 * recent.batches().seen() ? facts() : recent;
    }

    /** Whether the sample has grown by half since the relations were tested. */
    public boolean mayRelate() {
        return log.sampledFeatures().size() > 1.5 * relationRows;
    }

    /** Tests whether targets follow from features, if {@link #mayRelate()}. */
    public DataCollector relate() {
        if (mayRelate()) {
            relationRows = log.sampledFeatures().size();
            for (int i = 0; i < targets.size(); i++) {
                relations.set(
                        i, RelationProbe.of(log.sampledFeatures(), log.sampledTargets(i), classes(targets.get(i))));
            }
        }
        return this;
    }

    /** Whole numbers of which there are many are values. */
    private static boolean classes(TargetSums target) {
        TargetKind kind = target.kind();
        boolean many = kind == TargetKind.CLASS_INDEX && target.classes().distinct() > CLASSES_OF_INDEX;
        return kind.classes() && !many;
    }
}
