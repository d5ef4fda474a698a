package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.runfolder.Manifest;
import gradientlab.runfolder.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command that runs in processes of its own, which may be killed, and the folder that it writes.
 *
 * @param command the command and its options
 * @param folder its --out
 */
record KilledRun(List<String> command, Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNLISTED = Set.of("checkpoint", "cells.journal");

    private Process started() throws IOException {
        return OwnProcess.start(Stream.concat(command.stream(), Stream.of("--out", folder.toString()))
                .toList());
    }

    /** Runs it to its end, and returns the milliseconds that it worked, the start of the program left out. */
    long toItsEnd() throws IOException, InterruptedException {
        Process process = started();
        try (BufferedReader printed = process.inputReader()) {
            awaitData(printed);
            long begun = System.nanoTime();
            String said = String.join("\n", printed.lines().toList());
            assertThat(process.waitFor()).as(said).isZero();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }

    /** Kills it some milliseconds after it began to work; false if it had ended by then. */
    boolean killedAfter(long millis) throws IOException, InterruptedException {
        Process process = started();
        try (BufferedReader printed = process.inputReader()) {
            awaitData(printed);
            return killed(process, millis);
        }
    }

    private static boolean killed(Process process, long millis) throws InterruptedException {
        boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.toHandle().destroyForcibly();
        process.waitFor();
        return !ended;
    }

    /** Kills it some milliseconds after a file has reached a number of lines; false if it had ended by then. */
    boolean killedAfter(String file, int lines, long millis) throws IOException, InterruptedException {
        Process process = started();
        try (BufferedReader printed = process.inputReader()) {
            awaitData(printed);
            while (process.isAlive() && lines(file).size() < lines) {
                process.waitFor(1, TimeUnit.MILLISECONDS);
            }
            return killed(process, millis);
        }
    }

    /** The lines of a file that end with a line feed; none where there is no such file. */
    List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.exists(path) ? Files.readString(path) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private static void awaitData(BufferedReader printed) throws IOException {
        String line = printed.readLine();
        while (line != null && !line.startsWith("Data: ")) {
            line = printed.readLine();
        }
    }

    /** Whether a process was killed while it put files in place. */
    boolean isPending() {
        return Files.exists(folder.resolve(".pending"));
    }

    /** Whether a repetition goes on from a checkpoint. */
    boolean isCheckpointed() {
        return Files.exists(folder.resolve("checkpoint"));
    }

    /** What of the folder is not as the manifest says, and what is in it without being listed. */
    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>(Verification.of(folder).faults());
        Optional<Manifest> manifest = Manifest.in(folder);
        for (String name : files().keySet()) {
            if (manifest.isEmpty() || !manifest.get().files().containsKey(name)) {
                faults.add(name + " is in no manifest");
            }
        }
        return faults;
    }

    /** Every file with the time at which it was written; locks, checkpoint, journal and manifests are left out. */
    Map<String, FileTime> files() throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".") && !name.endsWith("manifest.json") && !UNLISTED.contains(name)) {
                    files.put(name, Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }

    /** The figures of the repetitions that are finished. */
    List<JsonNode> repetitions() throws IOException {
        Path file = folder.resolve("run.json");
        List<JsonNode> runs = new ArrayList<>();
        if (Files.exists(file)) {
            JSON.readTree(file.toFile()).get("runs").forEach(runs::add);
        }
        return runs;
    }

    /** What was measured: every file but figures and report, a character for each byte, without the time at which the run began. */
    Map<String, String> measured() throws IOException {
        Map<String, String> measured = new TreeMap<>();
        for (String name : files().keySet()) {
            if (!name.startsWith("figures/") && !name.equals("report.html")) {
                String text = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
                measured.put(name, text.replaceAll("\"started\" : \"[^\"]*\"", ""));
            }
        }
        return measured;
    }
}
