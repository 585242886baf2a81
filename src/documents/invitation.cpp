#include "documents/invitation.hpp"

#include "documents/fit.hpp"
#include "documents/wording.hpp"

namespace giaoban::documents {

namespace {

void append_labelled(std::vector<Block>& blocks, const std::string& label, const std::string& words) {
  if (!words.empty()) blocks.emplace_back(paragraph(Style::body, label + " " + words));
}

void append_list(std::vector<Block>& blocks, const std::string& label,
                 const std::vector<std::string>& items) {
  if (items.size() == 1) return append_labelled(blocks, label, items[0] + ".");
  auto head = paragraph(Style::body, label);
  head.keep_next = true;
  if (!items.empty()) blocks.emplace_back(head);
  for (size_t i = 0; i < items.size(); ++i)
    blocks.emplace_back(paragraph(Style::body, "- " + items[i] + (i + 1 < items.size() ? ";" : ".")));
}

}  // namespace

Document invitation(const InvitationInput& input) {
  auto language = input.imprint.language;
  auto say = [&](const char* vi, const char* en) { return std::string(language == Language::vi ? vi : en); };
  auto document = begin(input.imprint, "GM", say("Giấy mời", "Invitation"), input.subject);
  auto& blocks = document.blocks;
  auto inviter = input.inviter.empty() ? input.imprint.issuing_body : input.inviter;
  // Form 1.7: who invites whom, to what, who is in the chair, when, where, what to mind.
  append_list(blocks, inviter + say(" trân trọng kính mời:", " cordially invites:"), input.invited);
  append_labelled(blocks, say("Tới dự:", "To:"), input.event + ".");
  append_labelled(blocks, say("Chủ trì:", "Chair:"), input.chair + ".");
  append_labelled(blocks, say("Thời gian:", "Time:"),
                  written_moment(input.starts.day, input.starts.minutes, language) + ".");
  append_labelled(blocks, say("Địa điểm:", "Place:"), input.place + ".");
  append_list(blocks, say("Nội dung:", "Agenda:"), input.agenda);
  for (auto& note : input.notes) blocks.emplace_back(paragraph(Style::body, note));
  blocks.emplace_back(closing(input.distribution, input.signing, language));
  fit(document);
  return document;
}

}  // namespace giaoban::documents
