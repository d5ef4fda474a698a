package gradientlab.lab.report;

import gradientlab.lab.figure.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * One section of a report: what was asked, what came out, and why.
 *
 * @param name the anchor: lower case with dashes
 * @param part the part of the whole to which it belongs; {@link Part#NONE} where there are none
 * @param title the heading
 * @param asked the question
 * @param blocks the rest, in reading order
 */
public record Section(String name, Part part, String title, String asked, List<Block> blocks) {

    /**
     * A part of the whole.
     *
     * @param place where it stands among the others
     * @param title its heading, the number first where it has one
     */
    public record Part(int place, String title) {

        /** Of a page without parts. */
        public static final Part NONE = new Part(0, "");
    }

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

    /** What came out, in reading order. */
    public List<Block.Answer> answers() {
        return blocks.stream()
                .filter(Block.Answer.class::isInstance)
                .map(Block.Answer.class::cast)
                .toList();
    }

    /** The same section as a part of a whole. */
    public Section in(Part whole) {
        return new Section(name, whole, title, asked, blocks);
    }

    /** Puts a section together in reading order. */
    public static final class Builder {
        private final String name;
        private final String title;
        private final String asked;
        private final List<Block> blocks = new ArrayList<>();
        private Part part = Part.NONE;

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

        public Builder part(Part whole) {
            part = whole;
            return this;
        }

        public Builder code(String java, String pytorch) {
            blocks.add(new Block.Code(java, pytorch));
            return this;
        }

        public Builder formula(String mathml, String text) {
            blocks.add(new Block.Formula(mathml, text));
            return this;
        }

        public Builder tryIt(String command, String address) {
            blocks.add(new Block.TryIt(command, address));
            return this;
        }

        public Builder glossary(List<Block.Term> terms) {
            blocks.add(new Block.Glossary(List.copyOf(terms)));
            return this;
        }

        public Section build() {
            return new Section(name, part, title, asked, List.copyOf(blocks));
        }
    }
}
