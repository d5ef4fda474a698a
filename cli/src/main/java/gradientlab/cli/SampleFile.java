package gradientlab.cli;

import gradientlab.mnist.IdxArray;
import gradientlab.mnist.IdxReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Reads the first examples of a file and codes their targets for a network's output.
 *
 * <p>CSV: lines of numbers, after a heading or without one; targets in the last columns, or a class number in the last one.
 * NPY and IDX: features in one file, targets or class numbers in another; bytes of IDX are divided by 255.
 *
 * @param file features
 * @param labels targets; null for CSV
 * @param outputs columns of the network's output; 0 where the network does not say, which is read as 1
 * @param rows how many examples at most
 */
record SampleFile(Path file, Path labels, int outputs, int rows) {

    private static final float BYTE = 255;

    /** @throws IOException with a sentence that names the file and the line or the shape that does not fit */
    DataSet read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("--data must be a file of examples with --model, but there is none at " + file);
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return csv();
        }
        if (labels == null) {
            throw new IOException(
                    "--labels must name the file of targets where --data is NPY or IDX, as " + file + " is");
        }
        INDArray features = name.endsWith(".npy") ? new NpyFile(file).read() : idx(file, BYTE);
        INDArray targets =
                labels.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".npy")
                        ? new NpyFile(labels).read()
                        : idx(labels, 1);
        if (features.size(0) != targets.size(0)) {
            throw new IOException("--labels must have a row for each example, but " + labels + " has " + targets.size(0)
                    + " and " + file + " has " + features.size(0));
        }
        return new DataSet(first(features), coded(first(targets), labels));
    }

    private DataSet csv() throws IOException {
        List<float[]> lines = lines();
        int columns = lines.get(0).length;
        int targets = columns > outputs + 1 && !classes(lines) ? Math.max(1, outputs) : 1;
        if (columns <= targets) {
            throw new IOException(file + " must have features and " + targets + " columns of targets, but has "
                    + columns + " columns");
        }
        INDArray all = Nd4j.create(lines.toArray(new float[0][]));
        INDArray features = all.get(NDArrayIndex.all(), NDArrayIndex.interval(0, columns - targets));
        INDArray last = all.get(NDArrayIndex.all(), NDArrayIndex.interval(columns - targets, columns));
        return new DataSet(features.dup(), coded(last.dup(), file));
    }

    /** Whether the last column holds class numbers for the network's outputs, and the columns before it no targets. */
    private boolean classes(List<float[]> lines) {
        return outputs == 1
                || lines.stream().allMatch(line -> {
                            float last = line[line.length - 1];
                            return last == Math.rint(last) && last >= 0 && last < outputs;
                        })
                        && lines.stream().anyMatch(line -> line[line.length - 1] > 1 || !oneHot(line));
    }

    private boolean oneHot(float[] line) {
        return IntStream.range(line.length - outputs, line.length)
                        .mapToDouble(i -> line[i])
                        .sum()
                == 1;
    }

    private List<float[]> lines() throws IOException {
        List<float[]> lines = new ArrayList<>();
        // What is no UTF-8 becomes a sign that is no number, and is named with its line.
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null && lines.size() < rows; line = in.readLine()) {
                number++;
                if (!line.isBlank() && !(number == 1 && !numeric(line))) {
                    lines.add(numbers(line, number));
                }
                if (lines.size() > 1 && lines.get(lines.size() - 1).length != lines.get(0).length) {
                    throw new IOException(file + ", line " + number + ": the lines before have " + lines.get(0).length
                            + " numbers, this one has " + lines.get(lines.size() - 1).length);
                }
            }
        }
        if (lines.isEmpty()) {
            throw new IOException(file + " must hold lines of numbers, but has none");
        }
        return lines;
    }

    private static boolean numeric(String line) {
        try {
            Float.parseFloat(line.split("[,;\t]", -1)[0].trim());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private float[] numbers(String line, int number) throws IOException {
        String[] cells = line.split("[,;\t]", -1);
        float[] values = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            try {
                values[i] = Float.parseFloat(cells[i].trim());
            } catch (NumberFormatException e) {
                throw new IOException(
                        file + ", line " + number + ", column " + (i + 1) + ": a number must stand there, not \""
                                + cells[i] + "\"",
                        e);
            }
        }
        return values;
    }

    private static INDArray idx(Path path, float unit) throws IOException {
        IdxArray array = IdxReader.read(path);
        float[] values = new float[array.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.value(i) / unit;
        }
        int items = array.dimensions().get(0);
        return Nd4j.create(values, new long[] {items, values.length / items}, 'c');
    }

    private INDArray first(INDArray array) {
        INDArrayIndex some = NDArrayIndex.interval(0, Math.min(rows, array.size(0)));
        return array.get(some).dup();
    }

    /** Class numbers of a network with several outputs become rows with a single 1. */
    private INDArray coded(INDArray targets, Path from) throws IOException {
        boolean numbers = outputs > 1 && targets.length() == targets.size(0);
        if (!numbers) {
            return targets.rank() == 1 ? targets.reshape(targets.length(), 1) : targets;
        }
        INDArray coded = Nd4j.zeros(DataType.FLOAT, targets.length(), outputs);
        for (int i = 0; i < targets.length(); i++) {
            double number = targets.getDouble(i);
            if (number != Math.rint(number) || number < 0 || number >= outputs) {
                throw new IOException(from + ", example " + (i + 1) + ": a class number from 0 to " + (outputs - 1)
                        + " must stand there, not " + (float) number);
            }
            coded.putScalar(i, (int) number, 1);
        }
        return coded;
    }
}
