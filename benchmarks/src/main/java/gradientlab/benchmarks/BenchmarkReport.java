package gradientlab.benchmarks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What the comparison found out.
 *
 * @param machine processor, cores, system, Java
 * @param date the day as ISO 8601 has it
 * @param contenders who took part: the name, and what it is with its versions
 * @param rows a row for each size and contender
 */
record BenchmarkReport(String machine, String date, Map<String, String> contenders, List<Row> rows) {

    static BenchmarkReport today(String machine, Map<String, String> contenders, List<Row> rows) {
        return new BenchmarkReport(
                machine, LocalDate.now(ZoneId.systemDefault()).toString(), contenders, rows);
    }
}
