package gradientlab.sweep;

import gradientlab.lab.OffHeap;
import gradientlab.lab.run.Interruption;
import gradientlab.mnist.MnistDataset;

/** Does cells of a sweep one after the other; each thread has its own. */
public final class CellWorker {

    private final SweepSpec spec;
    private final CellFunction function;

    /** @param interruption ends the cell that is under way */
    public CellWorker(SweepSpec spec, MnistDataset data, Interruption interruption) {
        this.spec = spec;
        this.function = new CellFunction(data, spec.engine(), interruption);
    }

    /**
     * The row of a cell; one that cannot be built or trained has the reason in place of its measures.
     *
     * @throws Interruption.Interrupted if asked to stop
     */
    public CellRow row(int cell) {
        try {
            return function.row(spec.plan(cell), spec.isTrained(), spec.measures());
        } catch (Interruption.Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            return CellRow.failed(e);
        } finally {
            OffHeap.tidy();
        }
    }
}
