package gradientlab.ui.demo;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.diagnostics.Distribution;
import gradientlab.language.Language;
import gradientlab.session.UnitMap;
import gradientlab.ui.explorer.Control;
import gradientlab.ui.explorer.Controls;
import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.explorer.ExplorerException;
import gradientlab.ui.explorer.ExplorerException.Reason;
import gradientlab.ui.explorer.JavaSource;
import gradientlab.ui.explorer.MapLevel;
import gradientlab.ui.explorer.Order;
import gradientlab.ui.explorer.Picture;
import gradientlab.ui.explorer.SweptMaps;
import gradientlab.ui.explorer.TrainingState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** An explorer without networks: it repeats what another one has answered about a few of them. */
public final class RecordedExplorer implements Explorer {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private final Recording recording;

    /**
     * What was answered.
     *
     * @param spoken by language
     * @param map every level of the map, which is the same around each of the networks
     */
    public record Recording(Map<Language, Spoken> spoken, List<MapLevel> map) {

        /** As compressed JSON. */
        public void write(OutputStream file) throws IOException {
            try (OutputStream packed = new GZIPOutputStream(file)) {
                MAPPER.writeValue(packed, this);
            }
        }
    }

    /**
     * What was answered in a language.
     *
     * @param controls with those choices alone that were recorded
     * @param pictures of every combination of them
     */
    public record Spoken(Controls controls, List<Picture> pictures) {}

    /** An explorer that repeats a recording. */
    public RecordedExplorer(Recording recording) {
        this.recording = recording;
    }

    /** The recording that comes with the dashboard. */
    public static RecordedExplorer bundled() {
        try (InputStream file = RecordedExplorer.class.getResourceAsStream("explorer.json.gz");
                InputStream json = new GZIPInputStream(file)) {
            return new RecordedExplorer(MAPPER.readValue(json, Recording.class));
        } catch (IOException e) {
            throw new UncheckedIOException("explorer.json.gz of the class path cannot be read.", e);
        }
    }

    @Override
    public Controls controls(Language language) {
        return recording.spoken().get(language).controls();
    }

    @Override
    public Picture picture(Map<String, String> settings, boolean tried, Language language) {
        Spoken spoken = recording.spoken().get(language);
        return spoken.pictures().stream()
                .filter(picture -> spoken.controls().controls().stream()
                        .allMatch(control -> picture.settings()
                                .get(control.name())
                                .equals(settings.getOrDefault(control.name(), control.standard()))))
                .findFirst()
                .orElseThrow(() -> new ExplorerException(Reason.NOT_POSSIBLE, notRecorded(spoken)));
    }

    private static String notRecorded(Spoken spoken) {
        List<String> names =
                spoken.controls().controls().stream().map(Control::name).toList();
        return "The demo shows " + spoken.pictures().size() + " recorded networks, which differ in "
                + String.join(", ", names) + "; this is none of them.";
    }

    private static ExplorerException notRecorded(String what) {
        return new ExplorerException(
                Reason.NOT_THERE, "The demo shows recorded networks: there is no " + what + " of them.");
    }

    @Override
    public UnitMap units(Map<String, String> settings, int layer) {
        throw notRecorded("map of the units");
    }

    @Override
    public Distribution histogram(Map<String, String> settings, int layer, String quantity) {
        throw notRecorded("histogram");
    }

    @Override
    public UnitMap units(String training, int net, int layer) {
        throw notRecorded("training");
    }

    @Override
    public Distribution histogram(String training, int net, int layer, String quantity) {
        throw notRecorded("training");
    }

    @Override
    public JavaSource java(Map<String, String> settings) {
        throw notRecorded("program");
    }

    @Override
    public MapLevel map(Map<String, String> settings, int level) {
        if (level >= recording.map().size()) {
            throw notRecorded("level " + level + " of the map");
        }
        return recording.map().get(level);
    }

    @Override
    public SweptMaps sweeps() {
        return new SweptMaps(List.of(), List.of());
    }

    @Override
    public TrainingState start(List<Map<String, String>> nets) {
        throw new ExplorerException(
                Reason.NOT_ALLOWED, controls(Language.ENGLISH).training());
    }

    @Override
    public TrainingState tell(String training, Order order) {
        throw notRecorded("training");
    }

    @Override
    public TrainingState state(String training, int since) {
        throw notRecorded("training");
    }

    @Override
    public void close() {
        // there is nothing that it could end
    }
}
