package gradientlab.diagnostics.remedy;

import java.util.function.Supplier;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;

/** Runs something outside all workspaces and puts ND4J's random numbers back afterwards. */
public final class Undisturbed {

    private Undisturbed() {}

    /** The random numbers are those of this thread; a few layers draw some in every forward pass. */
    public static <T> T run(Supplier<T> work) {
        var random = Nd4j.getRandom();
        long rootState = random.rootState();
        long nodeState = random.nodeState();
        MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
        try {
            return work.get();
        } finally {
            outside.close();
            random.setStates(rootState, nodeState);
        }
    }
}
