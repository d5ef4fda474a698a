package gradientlab.lab.report;

import gradientlab.lab.figure.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * One section of a report: what was asked, what came out, and why.
 *
 * @param name the anchor: lower case with dashes
 * @param title the heading
 * @param asked the question
 * @param blocks the rest, in reading order
 */
public record Section(String name, String title, String asked, List<Block> blocks) {

    /** Begins a section. */
    public static Builder of(String name, String title, String asked) {
        return new Builder(name, title, asked);
    }

    /** The figures in reading order. */
    public List<Figure> figures() {
        return blocks.stream()
                .filter(Block.Picture.class::isInstance)
                .map(block -> ((Block.Picture) block).figure())
                .toList();
    }

    /** Puts a section together in reading order. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final String asked;
        private final List<Block> blocks = new ArrayList<>();

        private Builder(String name, String title, String asked) {
            this.name = name;
            this.title = title;
            this.asked = asked;
        }

        public Builder answer(String text) {
            blocks.add(new Block.Answer(text));
            return this;
        }

        public Builder text(String text) {
            blocks.add(new Block.Text(text));
            return this;
        }

        public Builder table(String caption, List<String> columns, List<List<String>> rows) {
            blocks.add(new Block.Table(caption, columns, rows));
            return this;
        }

        public Builder figure(Figure figure) {
            blocks.add(new Block.Picture(figure));
            return this;
        }

        public Section build() {
            return new Section(name, title, asked, List.copyOf(blocks));
        }
    }
}
