package gradientlab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    private static final int CELLS = 24;
    private static final int BEFORE_THE_KILL = 6;

    private static final List<String> SWEEP = List.of(
            "--width",
            "64",
            "--batch-size",
            "64",
            "--axis",
            "depth=4,8,12,16,20,24",
            "--axis",
            "weight-std=0.5,1",
            "--axis",
            "seed=1..2",
            "--steps",
            "120");

    @TempDir
    private Path temporary;

    @AfterEach
    void nothingIsLeftForOtherTests() {
        SparkProperties.clear();
    }

    /** Where the cluster hangs, the test does not. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aWorkerIsKilledInTheMiddleAndTheTableHasTheBytesOfTheSweepOnThisMachine() throws Exception {
        Path rows = temporary.resolve("rows");
        SparkProperties.set(Map.of(
                "spark.executor.cores", "1",
                "spark.executor.memory", "1g",
                "spark.gradientlab.secondsBetweenFiles", "0"));
        Map<String, byte[]> whenKilled;
        String table;
        try (StandaloneCluster cluster =
                StandaloneCluster.start(Files.createDirectory(temporary.resolve("spark")), 2)) {
            CompletableFuture<String> sweep = CompletableFuture.supplyAsync(() -> {
                try {
                    return Table.of(
                            temporary.resolve("cluster"),
                            SWEEP,
                            "--spark",
                            cluster.master(),
                            "--spark-folder",
                            rows.toUri().toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (files(rows).size() < BEFORE_THE_KILL && !sweep.isDone()) {
                Thread.sleep(20);
            }
            cluster.kill(1);
            whenKilled = files(rows);
            table = sweep.get();
        }
        assertThat(whenKilled).hasSizeBetween(BEFORE_THE_KILL, CELLS - 2);
        Map<String, byte[]> atTheEnd = files(rows);
        assertThat(atTheEnd.keySet())
                .as("each cell is in one file, and none twice")
                .containsExactlyElementsOf(names());
        whenKilled.forEach((name, bytes) -> assertThat(atTheEnd.get(name))
                .as("%s was finished before", name)
                .isEqualTo(bytes));
        assertThat(table).isEqualTo(Table.of(temporary.resolve("here"), SWEEP));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            names.add(String.format(Locale.ROOT, "cells-%09d-%09d.parquet", cell, cell));
        }
        return names;
    }

    private static Map<String, byte[]> files(Path rows) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Path folder = rows.resolve("rows");
        if (!Files.exists(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.getFileName().toString().startsWith("cells-"))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
