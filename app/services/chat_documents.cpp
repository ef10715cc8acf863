// The part of the ChatService that deals with documents: what of them a conversation searches, and files that
// belong to it alone.
#include <utility>

#include "rag/library_store.h"
#include "services/chat_service.h"

namespace hearth::app {

using Use = agent::DocumentScope::Use;

const agent::DocumentScope& ChatService::choiceOf(const Tree& tree) const {
    static const agent::DocumentScope kEverything{Use::WhereTheyFit, {}, 0, 0};
    const auto& own = tree ? tree->conversation().documents : nextScope_;
    return own ? *own : kEverything;
}

// The choice with what is attached to the conversation, which answers also where nothing else may. A message
// with files is about these.
agent::DocumentScope ChatService::scopeOf(const Tree& tree, const MessageRecord& user) const {
    const std::int64_t id = tree->conversation().id;
    if (!user.attached.empty()) {
        if (book_.isOffDisk(id)) return {};  // a larger model may read them
        return {user.text.empty() ? Use::Only : Use::WhereTheyFit, {rag::attachmentFolder(id)}, 0, 0};
    }
    agent::DocumentScope scope = choiceOf(tree);
    if (!documents_.folders) return scope;
    QStringList chosen;
    for (const std::string& folder : scope.folders) chosen += QString::fromStdString(folder);
    scope.folders = documents_.folders(id, chosen);
    if (scope.use != Use::None) return scope;
    std::erase_if(scope.folders, [](const std::string& folder) { return !rag::isAttached(folder); });
    if (!scope.folders.empty()) scope.use = Use::WhereTheyFit;
    return scope;
}

// Nothing of a conversation that is never written goes into the library.
std::shared_future<void> ChatService::attach(const Tree& tree, const std::vector<AttachedFile>& files) {
    const std::int64_t id = tree->conversation().id;
    if (files.empty() || !documents_.attach || book_.isOffDisk(id)) return {};
    QStringList paths;
    for (const AttachedFile& file : files)  // what another program said has no file
        if (!file.path.empty()) paths += QString::fromStdString(file.path);
    return documents_.attach(id, paths);
}

ChatService::Search ChatService::search() const {
    const agent::DocumentScope& choice = choiceOf(tree_);
    if (choice.use == Use::None) return Search::Nothing;
    return choice.folders.empty() ? Search::Everything : Search::Folders;
}

QStringList ChatService::searchFolders() const {
    QStringList out;
    for (const std::string& folder : choiceOf(tree_).folders) out += QString::fromStdString(folder);
    return out;
}

void ChatService::searchIn(Search search, const QStringList& folders) {
    if (loading_) return;
    agent::DocumentScope scope;
    scope.use = search == Search::Nothing ? Use::None : Use::WhereTheyFit;
    if (search == Search::Folders)
        for (const QString& folder : folders) scope.folders.push_back(folder.toStdString());
    if (tree_) {
        tree_->conversation().documents = std::move(scope);
        saveConversation(tree_);
    } else {
        nextScope_ = std::move(scope);
    }
    emit searchChanged();
}

}  // namespace hearth::app
