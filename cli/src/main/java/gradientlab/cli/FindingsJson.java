package gradientlab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings as JSON, the texts in a language: {@code {"findings": [{"rule", "severity", "layer", "unit", "iteration", "evidence", …}]}}. */
final class FindingsJson {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FindingsJson() {}

    static String text(List<Finding> findings, Language language) throws JsonProcessingException {
        return MAPPER.writeValueAsString(Map.of(
                "findings",
                findings.stream()
                        .map(finding -> row(finding.in(language), language))
                        .toList()));
    }

    private static Map<String, Object> row(Finding finding, Language language) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", finding.rule().label());
        row.put("severity", finding.severity().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put("layer", finding.layer());
        row.put("unit", finding.unit() < 0 ? null : finding.unit());
        row.put("iteration", finding.iteration());
        row.put("evidence", finding.evidence());
        row.put("cause", finding.cause());
        row.put("remedy", finding.remedy());
        row.put("tried", finding.tried(language).orElse(null));
        row.put("wording", finding.wording());
        row.put("change", finding.change());
        row.put("source", finding.source(language));
        return row;
    }
}
