package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import io.sallyport.casefile.Specialist;
import io.sallyport.casefile.Ticket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OwnRecordsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final BusinessRecord ROWANS = order("HL-1", "acc-1");
    private static final BusinessRecord TOMS = order("HL-2", "acc-2");

    private static BusinessRecord order(String id, String account) {
        return new BusinessRecord(
                "order",
                id,
                Map.of(
                        "account", new Text(account),
                        "status", new Text("shipped"),
                        "total_minor", new Whole(9600),
                        "address_id", new Text("adr-1"),
                        "payment", new FieldValue.Group(Map.of("last4", new Text("4242")))));
    }

    private static final BusinessRecords RECORDS = new BusinessRecords() {
        @Override
        public Optional<BusinessRecord> find(String kind, String id) {
            throw new AssertionError("asked for a record that may be anybody's");
        }

        @Override
        public List<BusinessRecord> of(String kind, String customer) {
            return List.of(ROWANS, TOMS).stream()
                    .filter(order -> kind.equals("order"))
                    .filter(order -> order.text("account").orElse("").equals(customer))
                    .toList();
        }

        @Override
        public Optional<BusinessRecord> findAccount(String address) {
            return address.equals("rowan@mill.example")
                    ? Optional.of(new BusinessRecord("account", "acc-1", Map.of()))
                    : Optional.empty();
        }
    };

    private static CaseRecord from(Channel channel, String address) {
        CaseRecord thread = ClarifyingTest.thread("where is my order HL-2?");
        return CaseRecord.fresh(
                thread.id(),
                1,
                new Ticket("test", "1", channel, address, "", "link"),
                Instant.EPOCH,
                thread.messages(),
                thread.findings());
    }

    private static String read(BusinessRecords records, CaseRecord record, String id) {
        return new OwnRecords(records, record, NOW).read("order", id);
    }

    @Test
    void readsTheCustomersOwnAndNobodyElses() {
        CaseRecord rowan = from(Channel.EMAIL, "rowan@mill.example");
        assertThat(read(RECORDS, rowan, "")).isEqualTo("order HL-1: status shipped, total_minor 9600");
        assertThat(read(RECORDS, rowan, "hl-1")).contains("HL-1");
        assertThat(read(RECORDS, rowan, "HL-2")).isEqualTo("this customer has no such order");
        assertThat(read(RECORDS, rowan, "acc-2")).isEqualTo("this customer has no such order");
    }

    @Test
    void tellsNothingOfAnAddressThatAnybodyCanTypeIn() {
        assertThat(read(RECORDS, from(Channel.WEB, "rowan@mill.example"), "")).isEqualTo(OwnRecords.NOBODY);
        assertThat(read(RECORDS, from(Channel.API, "rowan@mill.example"), "")).isEqualTo(OwnRecords.NOBODY);
        assertThat(read(RECORDS, from(Channel.EMAIL, "mallory@mill.example"), ""))
                .isEqualTo(OwnRecords.NOBODY);
        assertThat(read(RECORDS, from(Channel.EMAIL, ""), "")).isEqualTo(OwnRecords.NOBODY);
    }

    @Test
    void saysSoWhenNothingCanBeRead() {
        var silent = new BusinessRecords() {
            @Override
            public Optional<BusinessRecord> find(String kind, String id) {
                throw new Unreachable("orders", "down");
            }

            @Override
            public List<BusinessRecord> of(String kind, String customer) {
                throw new Unreachable("orders", "down");
            }

            @Override
            public Optional<BusinessRecord> findAccount(String address) {
                throw new Unreachable("orders", "down");
            }
        };
        assertThat(read(silent, from(Channel.EMAIL, "rowan@mill.example"), "")).contains("cannot be read now");
    }

    @Test
    void eachSpecialistReadsOnlyWhatItsTopicsNeed() {
        assertThat(tools(Specialist.BILLING)).containsExactlyInAnyOrder(Tool.READ_INVOICE, Tool.READ_SUBSCRIPTION);
        assertThat(tools(Specialist.RETURNS)).containsExactly(Tool.READ_ORDER);
        assertThat(tools(Specialist.ACCOUNT)).containsExactly(Tool.READ_SUBSCRIPTION);
        assertThat(tools(Specialist.PRODUCT)).isEmpty();
        assertThat(tools(Specialist.TECHNICAL)).isEmpty();
    }

    private static Set<Tool> tools(Specialist specialist) {
        return Arrays.stream(Tool.values())
                .filter(tool -> Set.of(Tool.READ_ORDER, Tool.READ_INVOICE, Tool.READ_SUBSCRIPTION)
                        .contains(tool))
                .filter(tool -> Tool.find(tool.label(), specialist).isPresent())
                .collect(Collectors.toSet());
    }
}
