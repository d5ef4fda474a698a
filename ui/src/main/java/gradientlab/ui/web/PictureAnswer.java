package gradientlab.ui.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gradientlab.language.Language;
import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.explorer.Picture;
import java.util.List;
import java.util.Map;

/** A fresh network; see {@code http-api.md}. */
record PictureAnswer(
        Map<String, String> settings,
        String title,
        String command,
        double loss,
        double chanceLoss,
        long parameters,
        int examples,
        List<Picture.Layer> layers,
        Picture.Theory theory,
        List<Found> findings,
        String verdict,
        double milliseconds) {

    /** A finding as the other pages have it, what became of its remedy, and what would apply it. */
    record Found(@JsonUnwrapped FindingsAnswer.Entry finding, Picture.Apply apply) {

        static Found of(Picture.Found found, Language language) {
            return new Found(FindingsAnswer.Entry.of(found.finding(), language).tried(found.tried()), found.apply());
        }
    }

    static PictureAnswer of(Explorer explorer, ExplorerQuery query) {
        Picture picture = explorer.picture(query.settings(), query.flag("try"), query.language());
        return new PictureAnswer(
                picture.settings(),
                picture.title(),
                picture.command(),
                picture.loss(),
                picture.chanceLoss(),
                picture.parameters(),
                picture.examples(),
                picture.layers(),
                picture.theory(),
                picture.findings().stream()
                        .map(found -> Found.of(found, query.language()))
                        .toList(),
                picture.verdict(),
                picture.milliseconds());
    }
}
