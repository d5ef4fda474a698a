package gradientlab.continuation;

import gradientlab.diagnostics.probe.DiagnosticState;
import gradientlab.lab.run.Checkpoint;
import gradientlab.lab.run.Checkpoints;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.Json;
import gradientlab.runfolder.Seal;
import gradientlab.runfolder.WorkFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The file checkpoint in the folder of a plan: where one of its repetitions stands. It belongs to the folder's
 * specification and a seed, and carries its own checksum; it is gone when the repetition is finished.
 *
 * @param work the plan's folder, begun
 * @param seed the repetition's
 * @param shown whether what the dashboard has shown is part of the result: then a checkpoint without it is of no use
 * @param trigger when to write it
 * @param complaint is told in a sentence why it cannot be read or written; training goes on all the same
 */
public record CheckpointFile(WorkFolder work, long seed, boolean shown, Trigger trigger, Consumer<String> complaint)
        implements Checkpoints {

    private static final String NAME = "checkpoint";

    /** When a checkpoint is written: that has no influence on the result. */
    public interface Trigger {

        /** Whether one is to be written after a number of steps. */
        boolean due(int steps);

        /** One was written, which has taken some time. */
        default void written(long nanos) {}
    }

    /** What is small, as JSON. */
    private record Head(List<Double> logitStd, List<String> ratios, DiagnosticState diagnosis) {}

    private String owner() {
        return owner(work, seed);
    }

    private static String owner(WorkFolder work, long seed) {
        return "checkpoint of seed " + seed + " of " + work.specification().digest();
    }

    @Override
    public Optional<Checkpoint> last() {
        try {
            Checkpoint last = read(Seal.open(work.path().resolve(NAME), owner()));
            if (shown && last.shown().length == 0) {
                throw new IOException(work.path().resolve(NAME) + ": was not shown on the dashboard");
            }
            return Optional.of(last);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            complaint.accept(e.getMessage() + "; the repetition begins anew");
            return Optional.empty();
        }
    }

    @Override
    public boolean due(int steps) {
        return trigger.due(steps);
    }

    @Override
    public void save(Supplier<Checkpoint> now) {
        long begun = System.nanoTime();
        try {
            work.putUnlisted(NAME, Seal.close(owner(), bytes(now.get())));
        } catch (IOException e) {
            complaint.accept(e.getMessage() + "; training goes on without a checkpoint");
        }
        trigger.written(System.nanoTime() - begun);
    }

    /** Whether the file is there. */
    public static boolean isIn(WorkFolder work) {
        return Files.exists(work.path().resolve(NAME));
    }

    /** Takes the file away if it is that of a repetition that is finished: a kill may have come before {@link #delete}. */
    public static void deleteFinished(WorkFolder work, Collection<Long> finished) throws IOException {
        Optional<String> owner = Seal.owner(work.path().resolve(NAME));
        if (owner.isPresent()
                && finished.stream().anyMatch(seed -> owner(work, seed).equals(owner.get()))) {
            delete(work);
        }
    }

    /** Takes the file away: what it led to is finished. */
    public static void delete(WorkFolder work) throws IOException {
        work.deleteUnlisted(NAME);
    }

    private static byte[] bytes(Checkpoint checkpoint) throws IOException {
        List<String> ratios =
                List.copyOf(checkpoint.iterations().get(0).logRatios().keySet());
        byte[] head = Json.toCompactBytes(new Head(checkpoint.logitStd(), ratios, checkpoint.diagnosis()));
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(head.length);
        out.write(head);
        write(out, checkpoint.parameters());
        write(out, checkpoint.updaterState());
        out.writeInt(checkpoint.shown().length);
        out.write(checkpoint.shown());
        out.writeInt(checkpoint.iterations().size());
        for (Iteration step : checkpoint.iterations()) {
            out.writeInt(step.epoch());
            out.writeDouble(step.loss());
            for (String name : ratios) {
                out.writeDouble(step.logRatios().get(name));
            }
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    private static Checkpoint read(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        Head head = Json.fromBytes(in.readNBytes(in.readInt()), Head.class);
        float[] parameters = floats(in);
        float[] updaterState = floats(in);
        byte[] shown = in.readNBytes(in.readInt());
        List<Iteration> iterations = new ArrayList<>();
        int steps = in.readInt();
        for (int i = 0; i < steps; i++) {
            int epoch = in.readInt();
            double loss = in.readDouble();
            Map<String, Double> ratios = new LinkedHashMap<>();
            for (String name : head.ratios()) {
                ratios.put(name, in.readDouble());
            }
            iterations.add(new Iteration(i, epoch, loss, ratios));
        }
        return new Checkpoint(iterations, head.logitStd(), parameters, updaterState, head.diagnosis(), shown);
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(Float.BYTES * values.length))
                .asFloatBuffer()
                .get(values);
        return values;
    }
}
