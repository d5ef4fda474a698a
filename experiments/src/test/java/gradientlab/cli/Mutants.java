package gradientlab.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages the contents of a file: the same seed gives the same damage. */
final class Mutants {

    /** How a file is made, and so where its contents can be damaged. */
    enum Form {
        BYTES,
        TEXT,
        GZIP_OF_TEXT,
        GZIP_OF_BYTES,
        ZIP
    }

    private static final List<String> INSTEAD = List.of(
            "null",
            "true",
            "\"x\"",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "-1",
            "0",
            "1",
            "1.5",
            "2147483647",
            "-2147483648",
            "9223372036854775807",
            "1e9",
            "1e38",
            "-1e308",
            "1e400",
            "NaN",
            "\"NaN\"",
            "\"Infinity\"",
            "99999999999999999999999999");

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|true|false|null");
    private static final Pattern MEMBER = Pattern.compile("\"\\w+\" ?: ?");

    private final byte[] original;
    private final Form form;
    private final List<int[]> tokens = new ArrayList<>();

    /** @param original the contents of a file that can be read */
    Mutants(byte[] original, Form form) {
        this.original = original;
        this.form = form;
        if (form == Form.TEXT) {
            Matcher matcher = TOKEN.matcher(new String(original, StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.add(new int[] {matcher.start(), matcher.end()});
            }
        }
    }

    /** The damaged contents of a seed. */
    byte[] of(long seed) {
        Random random = new Random(seed);
        byte[] damaged = once(random);
        return random.nextInt(4) == 0 ? bytes(damaged, random) : damaged;
    }

    private byte[] once(Random random) {
        boolean inside = random.nextInt(4) > 0;
        try {
            return switch (form) {
                case BYTES -> bytes(original, random);
                case TEXT -> inside ? text(random) : bytes(original, random);
                case GZIP_OF_TEXT, GZIP_OF_BYTES -> inside ? insideGzip(random) : bytes(original, random);
                case ZIP -> inside ? insideZip(random) : bytes(original, random);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] insideGzip(Random random) throws IOException {
        byte[] content = new GZIPInputStream(new ByteArrayInputStream(original)).readAllBytes();
        byte[] damaged = new Mutants(content, form == Form.GZIP_OF_TEXT ? Form.TEXT : Form.BYTES).once(random);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(damaged);
        }
        return packed.toByteArray();
    }

    private byte[] insideZip(Random random) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int chosen = random.nextInt(3);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(original));
                ZipOutputStream out = new ZipOutputStream(packed)) {
            int number = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                boolean json = entry.getName().endsWith(".json");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        number++ == chosen
                                ? new Mutants(content, json ? Form.TEXT : Form.BYTES).once(random)
                                : content);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] bytes(byte[] content, Random random) {
        if (content.length < 2) {
            return new byte[0];
        }
        byte[] damaged = content.clone();
        int at = position(content.length, random);
        int other = random.nextInt(content.length);
        int length = 1 + random.nextInt(Math.min(64, content.length - Math.max(at, other)));
        switch (random.nextInt(5)) {
            case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> Arrays.fill(damaged, at, at + length, (byte) random.nextInt(256));
            case 2 -> System.arraycopy(content, other, damaged, at, length);
            case 3 -> damaged = Arrays.copyOf(content, at);
            default -> {
                damaged = Arrays.copyOf(content, content.length + length);
                System.arraycopy(content, at, damaged, at + length, content.length - at);
            }
        }
        return damaged;
    }

    /** Half of the time near the beginning, where headers are. */
    private static int position(int length, Random random) {
        return random.nextInt(random.nextBoolean() ? length : Math.min(length, 64));
    }

    private byte[] text(Random random) {
        String text = new String(original, StandardCharsets.UTF_8);
        String damaged = switch (random.nextInt(4)) {
            case 0 -> member(text, random, "");
            case 1 -> member(text, random, null);
            default -> token(text, random);
        };
        return damaged.getBytes(StandardCharsets.UTF_8);
    }

    private String token(String text, Random random) {
        if (tokens.isEmpty()) {
            return text;
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        String other = random.nextInt(3) > 0
                ? INSTEAD.get(random.nextInt(INSTEAD.size()))
                : at(text, tokens.get(random.nextInt(tokens.size())));
        return text.substring(0, token[0]) + other + text.substring(token[1]);
    }

    private static String at(String text, int[] token) {
        return text.substring(token[0], token[1]);
    }

    /** Drops a key with its value, or doubles it, or gives it another value. */
    private static String member(String text, Random random, String instead) {
        Matcher key = MEMBER.matcher(text);
        if (!key.find(random.nextInt(text.length()))) {
            return text;
        }
        int end = end(text, key.end());
        String member = text.substring(key.start(), end);
        String put = instead != null
                ? random.nextBoolean() ? "" : key.group() + INSTEAD.get(random.nextInt(INSTEAD.size()))
                : member + "," + member;
        String after = put.isEmpty() ? text.substring(end).replaceFirst("^\\s*,", "") : text.substring(end);
        return text.substring(0, key.start()) + put + after;
    }

    /** Where the JSON value that begins at a place ends. */
    private static int end(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth == 0 && (c == '}' || c == ']')) {
                return i + 1;
            }
        }
        return text.length();
    }
}
