package gradientlab.sweep;

import gradientlab.lab.run.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The rows of finished cells: a file to which each is appended in one line as soon as it is finished. May be used from
 * several threads.
 *
 * <p>A line is the CRC-32 of what follows it, the number of the cell, and the row as JSON, with a space between. What a kill
 * leaves of a last line is cut off; a line that is not as it was written does not count, and its cell is done again. In memory
 * there are twelve bytes for a cell. After a power failure the rows of the last second may be missing.
 */
final class Journal implements AutoCloseable {

    /** Its name in the folder of the sweep. */
    static final String FILE = "cells.journal";

    private static final int SUM_DIGITS = 8;
    private static final long NANOS_BETWEEN_SYNCS = 1_000_000_000;

    private final Path file;
    private final FileChannel channel;
    private final long[] places;
    private final int[] lengths;
    private int finished;
    private int damaged;
    private long end;
    private long synced = System.nanoTime();

    private Journal(Path file, FileChannel channel, int cells) {
        this.file = file;
        this.channel = channel;
        this.places = new long[cells];
        this.lengths = new int[cells];
        Arrays.fill(places, -1);
    }

    /**
     * Opens the journal of a sweep, or begins it.
     *
     * @throws IOException if that cannot be; the message names the file
     */
    static Journal open(Path folder, int cells) throws IOException {
        Path file = folder.resolve(FILE);
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel, cells);
            journal.readLines();
            channel.truncate(journal.end);
            return journal;
        } catch (IOException e) {
            throw new IOException(file + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    private void readLines() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    readLine(line.toString(StandardCharsets.UTF_8), line.size());
                    end += line.size();
                    line.reset();
                }
            }
        }
    }

    private void readLine(String line, int bytes) {
        int cell = cellOf(line);
        if (cell < 0 || cell >= places.length) {
            damaged++;
        } else {
            place(cell, end, bytes);
        }
    }

    private void place(int cell, long at, int bytes) {
        finished += places[cell] < 0 ? 1 : 0;
        places[cell] = at;
        lengths[cell] = bytes;
    }

    /** The number of the cell of a line with its line break; −1 if it is not as it was written. */
    private static int cellOf(String line) {
        if (!line.matches("[0-9a-f]{8} \\d{1,9} .+\n")) {
            return -1;
        }
        String said = line.substring(SUM_DIGITS + 1, line.length() - 1);
        return line.startsWith(sum(said)) ? Integer.parseInt(said.substring(0, said.indexOf(' '))) : -1;
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** How many cells are finished. */
    synchronized int finished() {
        return finished;
    }

    /** How many lines were not as they had been written when the journal was opened. */
    int damaged() {
        return damaged;
    }

    /** Whether a cell is finished. */
    synchronized boolean has(int cell) {
        return places[cell] >= 0;
    }

    /**
     * Keeps the row of a cell.
     *
     * @throws IOException if it cannot be written; the message names the file
     */
    synchronized void append(int cell, CellRow row) throws IOException {
        String said = cell + " " + new String(Json.toCompactBytes(row), StandardCharsets.UTF_8);
        byte[] line = (sum(said) + " " + said + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer left = ByteBuffer.wrap(line);
            while (left.hasRemaining()) {
                // A line that could not be written whole is written over by the next.
                channel.write(left, end + left.position());
            }
            if (System.nanoTime() - synced > NANOS_BETWEEN_SYNCS) {
                sync();
            }
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
        }
        place(cell, end, line.length);
        end += line.length;
    }

    private void sync() throws IOException {
        channel.force(false);
        synced = System.nanoTime();
    }

    /**
     * The row of a cell; empty if it is not finished.
     *
     * @throws IOException if it cannot be read; the message names the file
     */
    synchronized Optional<CellRow> row(int cell) throws IOException {
        if (places[cell] < 0) {
            return Optional.empty();
        }
        String text = line(places[cell], lengths[cell]);
        if (cellOf(text) != cell) {
            throw new IOException(file + ": has been changed by another program");
        }
        int json = text.indexOf(' ', SUM_DIGITS + 1) + 1;
        return Optional.of(Json.fromBytes(text.substring(json).getBytes(StandardCharsets.UTF_8), CellRow.class));
    }

    private String line(long place, int length) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(length);
        int read = 0;
        while (line.hasRemaining() && read >= 0) {
            read = channel.read(line, place + line.position());
        }
        return new String(line.array(), StandardCharsets.UTF_8);
    }

    /** Brings what was appended to the disk, and closes the file. */
    @Override
    public synchronized void close() throws IOException {
        sync();
        channel.close();
    }
}
